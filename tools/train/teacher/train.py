"""Fine-tunes a small encoder on names, and labels open text with it.

    python train.py SENTENCES.jsonl SPACY.jsonl OUT.f32 [name=value ...]

SENTENCES is what export.ts wrote, SPACY what spacy_labels.py made of it. The encoder is all-MiniLM-L6-v2 (Wang et al. 2020); it
knows no capitals, so shapes of words, the gazetteer's bits and the labels of two spaCy models (OntoNotes' scheme) go in beside it.
Windows of whole documents: what stands in the sentences before and after counts (Schweter & Akbik 2020). OUT gets the probabilities
of every label, float32, for every word of all but the dev sets, in their order. One thread, one seed.
"""

import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import numpy as np
import tensorflow as tf
from encoder import LABELS, full, initial, logits, loss
from minilm import Pieces, packaged, safetensors
from names import score
from windows import batches, read, windows

SETTINGS = dict(epochs=3, window=128, batch=16, rate=1.5e-4, head_rate=1.5e-3, drop=0.1, ema=0.99, decay=0.01, seed=1, limit=0)
GOLD = ("uner-ewt-train", "gum-open-train", "wikigold")
DEV = ("uner-ewt-dev", "gum-open-dev", "conll04-dev")


def main(sentences, spacy, out, *settings):
    o = dict(SETTINGS)
    for s in settings:
        k, v = s.split("=")
        o[k] = type(o[k])(v)
    rng = np.random.default_rng(o["seed"])
    tf.random.set_seed(o["seed"])
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    data = read(sentences, spacy, Pieces())
    p, fixed = initial(safetensors(packaged("model.safetensors")), rng)
    slots = [{k: tf.Variable(tf.zeros_like(a)) for k, a in p.items()} for _ in range(2)]
    average = {k: tf.Variable(a) for k, a in p.items()}

    @tf.function
    def step(kinds, grid, n, share):
        with tf.GradientTape() as tape:
            value = loss(p, fixed, kinds, grid, o["drop"])
        found, _ = tf.clip_by_global_norm([full(g) for g in tape.gradient(value, list(p.values()))], 1.0)
        keep = tf.minimum(o["ema"], n / (n + 10))
        for k, g in zip(p, found):
            rate = share * (o["head_rate"] if k[0] in "fh" else o["rate"])
            p[k].assign_sub(rate * o["decay"] * p[k])
            tf.raw_ops.ResourceApplyAdam(
                var=p[k].handle, m=slots[0][k].handle, v=slots[1][k].handle, beta1_power=0.9**n, beta2_power=0.98**n,
                lr=rate, beta1=0.9, beta2=0.98, epsilon=1e-8, grad=g,
            )
            average[k].assign_sub((1 - keep) * (average[k] - p[k]))
        return value

    @tf.function
    def guess(kinds, grid):
        return tf.nn.softmax(logits(average, fixed, kinds, grid))

    def label(sets, kind=None):
        found = {n: np.zeros((len(words), LABELS)) for n, (name, _, words, _) in enumerate(data) if name in sets}
        for kinds, grid in batches(windows(data, sets, o["window"]), o["batch"]):
            kinds = kinds if kind is None else np.full_like(kinds, kind)
            scores = guess(tf.constant(kinds), tf.constant(grid)).numpy()
            for row, place in zip(*np.nonzero(grid[:, :, 1] >= 0)):
                found[grid[row, place, 9]][grid[row, place, 1]] = scores[row, place]
        return found

    news = lambda document: "_news_" in document
    def report():
        found = label(DEV)
        return " | ".join([score(data, found, n) for n in DEV] + [score(data, found, "gum-open-dev", news)])

    per = len(windows(data, GOLD, o["window"])) / o["batch"]
    steps, n, begun = o["epochs"] * per, 0, time.time()
    for epoch in range(o["epochs"]):
        found = windows(data, GOLD, o["window"], int(rng.integers(o["window"] // 2)))
        for kinds, grid in batches(found, o["batch"], rng):
            n += 1
            share = min(1, n / (0.1 * steps)) * max(0.02, 1 - n / (steps + 1))
            value = step(tf.constant(kinds), tf.constant(grid), tf.constant(float(n)), tf.constant(float(share)))
            if n % 20 == 0:
                print(f"{n} of {steps:.0f} {time.time() - begun:.0f}s {float(value):.4f}", flush=True)
            if o["limit"] and n >= o["limit"]:
                break
        print(f"epoch {epoch + 1} {time.time() - begun:.0f}s loss {float(value):.4f} | {report()}", flush=True)
    # Open text is read as each set would have it, and as none of them.
    rest = {name for name, *_ in data} - set(GOLD) - set(DEV)
    parts = [label(rest, kind) for kind in (0, 1, 2)]
    found = {n: sum(part[n] for part in parts) / len(parts) for n in parts[0]}
    found.update(label(GOLD))
    np.concatenate([found[n] for n in sorted(found)]).astype(np.float32).tofile(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
