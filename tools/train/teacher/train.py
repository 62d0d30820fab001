"""Fine-tunes a small encoder on names, and labels open text with it.

    python train.py SENTENCES.jsonl SPACY.jsonl OUT.f32 [name=value ...]

SENTENCES is what export.ts wrote, SPACY what spacy_labels.py made of it. The encoder is all-MiniLM-L6-v2 (Wang et al. 2020); it
knows no capitals, so shapes of words, the gazetteer's bits and the labels of two spaCy models (OntoNotes' scheme) go in beside it.
Windows of whole documents: what stands in the sentences before and after counts (Schweter & Akbik 2020). OUT gets the probabilities
of every label, float32, for every word of all but the dev sets, in their order. One thread, one seed.
"""

import json
import os
import sys
import time
import unicodedata
import zipfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
import all_minilm_l6_v2
import numpy as np
import tensorflow as tf

SETTINGS = dict(epochs=3, window=128, batch=16, rate=1.5e-4, head_rate=1.5e-3, drop=0.1, ema=0.99, decay=0.01, seed=1, limit=0)
LABELS, HEADS, LAYERS, WIDTH = 13, 12, 6, 384
GOLD = ("uner-ewt-train", "gum-open-train", "wikigold")
DEV = ("uner-ewt-dev", "gum-open-dev", "conll04-dev")
SET = {"uner-ewt-train": 1, "uner-ewt-dev": 1, "gum-open-train": 2, "gum-open-dev": 2, "wikigold": 3}
SPACY, BITS, SHAPES = 37, 54, 10


def packaged(name):
    return zipfile.ZipFile(all_minilm_l6_v2.get_model_zip_path()).read(name)


def safetensors(raw):
    size = int.from_bytes(raw[:8], "little")
    head = json.loads(raw[8 : 8 + size])
    return {
        k: np.frombuffer(raw, np.float32, offset=8 + size + v["data_offsets"][0], count=int(np.prod(v["shape"]))).reshape(v["shape"])
        for k, v in head.items()
        if k != "__metadata__" and v["dtype"] == "F32"
    }


class Pieces:
    """WordPiece, greedy and longest first (Devlin et al. 2019), over lower case without accents."""

    def __init__(self):
        self.vocab = json.loads(packaged("tokenizer.json"))["model"]["vocab"]
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            plain = unicodedata.normalize("NFD", word.replace("\u2019", "'").lower())
            plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
            parts, part = [], ""
            for c in plain:
                if c.isalnum():
                    part += c
                else:
                    parts += [part, c] if part else [c]
                    part = ""
            pieces = [piece for p in parts + [part] if p for piece in self.split(p)]
            self.known[word] = pieces[:8] or [self.vocab["[UNK]"]]
        return self.known[word]

    def split(self, word):
        out, at = [], 0
        while at < len(word):
            for end in range(len(word), at, -1):
                piece = self.vocab.get(("##" if at else "") + word[at:end])
                if piece is not None:
                    break
            else:
                return [self.vocab["[UNK]"]]
            out.append(piece)
            at = end
        return out


def shape(word, first):
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[:1].isupper():
        return (4 if first else 3) if not any(c.isupper() for c in word[1:]) else 5
    if any(c.isupper() for c in word):
        return 6
    if any(c.isdigit() for c in word):
        return 7
    return 0 if word.isalpha() else 8


def read(sentences, spacy, pieces):
    """Per sentence: set, document, and one row per word: label, shape, two spaCy labels, three bit sets; and its pieces."""
    out = []
    for line, labels in zip(open(sentences), open(spacy)):
        s, (small, medium) = json.loads(line), json.loads(labels)
        form = s["form"]
        rows = [[s["labels"][i], shape(w, i == 0), small[i], medium[i], *s["bits"][i]] for i, w in enumerate(form)]
        out.append((s["set"], s["document"], np.array(rows, np.int32).reshape(-1, 7), [pieces(w) for w in form]))
    return out


COLUMNS = 10  # piece, word of the sentence or -1, label, shape, small, medium, three bit sets, sentence


def windows(data, sets, size, offset=0):
    """Windows of pieces over the documents' sentences; a sentence is cut only where it is longer than a window."""
    out, rows, key = [], [], None

    def flush():
        nonlocal rows
        if rows:
            window = np.zeros((size, COLUMNS), np.int32)
            window[:, 1] = -1
            window[0, 0], window[len(rows) + 1, 0] = 101, 102
            window[1 : len(rows) + 1] = rows
            out.append((SET.get(key[0], 0), window))
        rows = []

    room = size - 2
    for number, (name, document, words, pieces) in enumerate(data):
        if name not in sets:
            continue
        if (name, document) != key:
            flush()
            key, limit = (name, document), room - offset
        sentence = [
            [p, i if n == 0 else -1, *words[i], number] for i, ps in enumerate(pieces) for n, p in enumerate(ps)
        ]
        if len(rows) + len(sentence) > limit:
            flush()
            limit = room
        for start in range(0, len(sentence), room):
            if start:
                flush()
            rows += sentence[start : start + room]
    flush()
    return out


def batches(found, size, rng=None):
    order = rng.permutation(len(found)) if rng is not None else range(len(found))
    found = [found[i] for i in order]
    for start in range(0, len(found), size):
        part = found[start : start + size]
        kinds = np.zeros(size, np.int32)
        grid = np.zeros((size, *found[0][1].shape), np.int32)
        grid[:, :, 1] = -1
        grid[len(part) :, 0, 0] = 101
        for i, (kind, window) in enumerate(part):
            kinds[i], grid[i] = kind, window
        yield kinds, grid


def initial(weights, rng):
    p = {}
    for n in range(LAYERS):
        at = f"encoder.layer.{n}."
        w = lambda name: weights[at + name + ".weight"]
        b = lambda name: weights[at + name + ".bias"]
        qkv = [f"attention.self.{x}" for x in ("query", "key", "value")]
        p[f"{n}.qkv"] = np.concatenate([w(x).T for x in qkv], 1)
        p[f"{n}.qkv_b"] = np.concatenate([b(x) for x in qkv])
        for short, name in (("o", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense")):
            p[f"{n}.{short}"], p[f"{n}.{short}_b"] = w(name).T, b(name)
        for short, name in (("n1", "attention.output.LayerNorm"), ("n2", "output.LayerNorm")):
            p[f"{n}.{short}"], p[f"{n}.{short}_b"] = w(name), b(name)
    p["n"], p["n_b"] = weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"]
    for name, rows in (("shape", SHAPES), ("small", SPACY), ("medium", SPACY), ("bits", BITS), ("set", 4)):
        p[f"f.{name}"] = (rng.standard_normal((rows, WIDTH)) * 0.02).astype(np.float32)
        p[f"h.{name}"] = np.zeros((rows, LABELS), np.float32)
    p["h.out"] = (rng.standard_normal((WIDTH, LABELS)) * 0.02).astype(np.float32)
    p["h.b"] = np.zeros(LABELS, np.float32)
    fixed = {
        "word": weights["embeddings.word_embeddings.weight"],
        "place": weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
    }
    variables = {k: tf.Variable(np.ascontiguousarray(v), name=k.replace(".", "_")) for k, v in p.items()}
    return variables, {k: tf.constant(v) for k, v in fixed.items()}


def norm(x, w, b):
    x = x - tf.reduce_mean(x, -1, keepdims=True)
    return x * tf.math.rsqrt(tf.reduce_mean(x * x, -1, keepdims=True) + 1e-12) * w + b


half = lambda x: tf.cast(x, tf.bfloat16)
full = lambda x: tf.cast(x, tf.float32)


def linear(x, w, b):
    """In bfloat16, which the matrix units of recent processors multiply several times as fast."""
    shape = tf.shape(x)
    out = tf.matmul(half(tf.reshape(x, [-1, w.shape[0]])), half(w)) + half(b)
    return tf.reshape(out, tf.concat([shape[:-1], [w.shape[1]]], 0))


def logits(p, fixed, kinds, grid, drop=0.0, training=False):
    B, T, _ = grid.shape
    dropped = lambda x: tf.nn.dropout(x, drop) if training else x
    keep = lambda share, shape: tf.cast(tf.random.uniform(shape) < share, tf.float32)
    bits = full(tf.reshape(tf.bitwise.right_shift(grid[:, :, 6:9, None], tf.range(18)) % 2, [B, T, BITS]))
    hidden = tf.ones([B, 1, 3])
    if training:
        # What the features say must sometimes be found out without them.
        hidden = keep(0.9, [B, 1, 3])
        kinds = kinds * tf.cast(keep(0.8, kinds.shape), tf.int32)

    def features(which):
        f = lambda name, column: tf.gather(p[f"{which}.{name}"], grid[:, :, column])
        return (
            f("shape", 3) + f("small", 4) * hidden[:, :, :1] + f("medium", 5) * hidden[:, :, 1:2]
            + (bits @ p[f"{which}.bits"]) * hidden[:, :, 2:] + tf.gather(p[f"{which}.set"], kinds)[:, None]
        )

    x = norm(tf.gather(fixed["word"], grid[:, :, 0]) + fixed["place"][:T], p["n"], p["n_b"]) + features("f")
    x = dropped(x)
    mask = half(tf.where(grid[:, :, 0] > 0, 0.0, -1e9))[:, None, None, :]
    size = WIDTH // HEADS
    for n in range(LAYERS):
        part = lambda *names: [p[f"{n}.{name}"] for name in names]
        qkv = tf.transpose(tf.reshape(linear(x, *part("qkv", "qkv_b")), [B, T, 3, HEADS, size]), [2, 0, 3, 1, 4])
        a = tf.matmul(qkv[0] * size**-0.5, qkv[1], transpose_b=True) + mask
        a = tf.matmul(tf.nn.softmax(a), qkv[2])
        a = tf.reshape(tf.transpose(a, [0, 2, 1, 3]), [B, T, WIDTH])
        x = norm(x + dropped(full(linear(a, *part("o", "o_b")))), *part("n1", "n1_b"))
        u = linear(x, *part("up", "up_b"))
        u = full(linear(u * tf.sigmoid(1.702 * u), *part("down", "down_b")))
        x = norm(x + dropped(u), *part("n2", "n2_b"))
    return dropped(x) @ p["h.out"] + p["h.b"] + features("h")


def loss(p, fixed, kinds, grid, drop):
    each = tf.nn.sparse_softmax_cross_entropy_with_logits(grid[:, :, 2], logits(p, fixed, kinds, grid, drop, True))
    real = full(grid[:, :, 1] >= 0)
    return tf.reduce_sum(each * real) / tf.reduce_sum(real)


ALLOWED = np.zeros((LABELS, LABELS), bool)
for a in range(LABELS):
    for b in range(LABELS):
        opened, goes = a > 0 and (a - 1) % 4 < 2, b > 0 and (b - 1) % 4 in (1, 2)
        ALLOWED[a, b] = (goes and (a - 1) // 4 == (b - 1) // 4) if opened else not goes
STARTS = np.array([b == 0 or (b - 1) % 4 in (0, 3) for b in range(LABELS)])
ENDS = np.array([a == 0 or (a - 1) % 4 >= 2 for a in range(LABELS)])


def decode(scores):
    """The best legal sequence of labels."""
    best, back = np.where(STARTS, scores[0], -1e9), []
    for row in scores[1:]:
        step = np.where(ALLOWED, best[:, None], -1e9)
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(np.where(ENDS, best, -1e9).argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    return path[::-1]


def spans(labels):
    found, first = set(), 0
    for i, label in enumerate(labels):
        if label:
            first = i if (label - 1) % 4 in (0, 3) else first
            if (label - 1) % 4 >= 2:
                found.add((first, i, (label - 1) // 4))
    return found


def score(data, probabilities, name, where=lambda document: True):
    counts = np.zeros((4, 3), int)
    for number, (kind, document, words, _) in enumerate(data):
        if kind == name and where(document):
            gold, got = spans(words[:, 0]), spans(decode(np.log(probabilities[number] + 1e-9)))
            for column, group in enumerate((gold & got, got, gold)):
                for *_, t in group:
                    counts[[0, t + 1], column] += 1
    return " ".join("%.1f" % (200 * hit / max(1, found + real)) for hit, found, real in counts)


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
