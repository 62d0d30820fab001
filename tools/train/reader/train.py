"""Trains the reader: a small bidirectional SRU (Lei et al. 2018) whose heads give tags and names.

    python train.py DATA VECTORS.i8 OUT.npz [name=value ...]

DATA is a folder that export.ts wrote. Sums of embeddings go in, so that what the first layer makes of a word form can be kept by the
running program. Multi-task: joint UPOS|XPOS tags, names in our scheme, and names in the Groningen Meaning Bank's, which has
a head of its own so that its other scheme does no harm. One thread, one seed: the same bytes each time.
"""

import os
import sys
import time

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
import jax

if "JAX_CACHE" in os.environ:
    jax.config.update("jax_compilation_cache_dir", os.environ["JAX_CACHE"])
import jax.numpy as jnp
import numpy as np

SETTINGS = dict(
    dim=128, layers=2, epochs=12, tokens=2000, rate=3e-3, seed=1, ema=0.998, decay=1e-6, vec_scale=1 / 32,
    drop_word=0.3, drop_vector=0.05, drop_cluster=0.05, drop_affix=0.1, drop=0.25, name_weight=0.5, silver_weight=0.4, soft_weight=0.7,
    drop_hint=0.1, own_tags=0.0, init="",
)
HINTS, FORM, COLUMNS = 10, 14, 18
HINT_BITS = (18, 18, 18, 11)
NAMES = 13
LENGTHS = (8, 16, 24, 32, 40, 52, 72, 112, 200)


def read(path):
    flat = np.fromfile(path, np.int32)
    count = flat[0]
    lengths = flat[1 : count + 1]
    return np.split(flat[count + 1 :].reshape(-1, COLUMNS), np.cumsum(lengths)[:-1])


def batches(sentences, tokens, rng=None):
    by_length = {}
    for s in sentences:
        s = s[: LENGTHS[-1]]
        by_length.setdefault(next(l for l in LENGTHS if l >= len(s)), []).append(s)
    out = []
    for length, group in sorted(by_length.items()):
        if rng is not None:
            group = [group[i] for i in rng.permutation(len(group))]
        size = max(1, tokens // length)
        for start in range(0, len(group), size):
            batch = np.zeros((size, length, COLUMNS + 1), np.int32)
            batch[:, :, FORM:COLUMNS] = -1
            for row, s in enumerate(group[start : start + size]):
                batch[row, : len(s), :COLUMNS] = s
                batch[row, : len(s), COLUMNS] = 1
            out.append(batch)
    return [out[i] for i in rng.permutation(len(out))] if rng is not None else out


def read_tags(guess, sentences, least):
    """Fills in the tags of the sentences that have none, where the model that training starts from is sure of them."""
    order = sorted((i for i, s in enumerate(sentences) if (s[:, FORM] < 0).all()), key=lambda i: len(sentences[i]))
    for start in range(0, len(order), 64):
        part = [sentences[i][: LENGTHS[-1]] for i in order[start : start + 64]]
        batch = np.zeros((64, next(l for l in LENGTHS if l >= len(part[-1])), COLUMNS + 1), np.int32)
        for row, s in enumerate(part):
            batch[row, : len(s), :COLUMNS], batch[row, : len(s), COLUMNS] = s, 1
        tags, sure = (np.asarray(a) for a in guess(batch))
        for row, s in enumerate(part):
            s[:, FORM] = np.where(sure[row, : len(s)] >= least, tags[row, : len(s)], -1)


def initial(o, tags, rng):
    D = o["dim"]
    h = D // 2
    normal = lambda *shape, scale: (rng.standard_normal(shape) * scale).astype(np.float32)
    p = {
        "project": normal(64, D, scale=0.06),
        "cluster": normal(1024, D, scale=0.05),
        "word": normal(8192, D, scale=0.05),
        "shape": normal(256, D, scale=0.2),
        "affix": normal(8192, D, scale=0.1),
        "hint": normal(sum(HINT_BITS), D, scale=0.05),
        "near_left": np.zeros((D, 3 * D), np.float32),
        "near_right": np.zeros((D, 3 * D), np.float32),
        "tag": normal(D, tags, scale=D**-0.5),
        "tag_bias": np.zeros(tags, np.float32),
        "name": normal(D, NAMES, scale=D**-0.5),
        "name_bias": np.zeros(NAMES, np.float32),
        "silver": normal(D, NAMES, scale=D**-0.5),
        "silver_bias": np.zeros(NAMES, np.float32),
    }
    for n in range(o["layers"]):
        p[f"sru{n}_w"] = normal(D, 6 * h, scale=D**-0.5)
        p[f"sru{n}_b"] = np.zeros(6 * h, np.float32)
        p[f"sru{n}_v"] = normal(2, 2, h, scale=0.1)
    return {k: jnp.asarray(v) for k, v in p.items()}


def sru(w, b, v, x, mask, near=None):
    B, T, D = x.shape
    h = D // 2
    u = x @ w + b
    if near is not None:
        zero = jnp.zeros((B, 1, D))
        u = u + jnp.concatenate([zero, x[:, :-1]], 1) @ near[0] + jnp.concatenate([x[:, 1:], zero], 1) @ near[1]
    u = u.reshape(B, T, 3, 2, h)
    both = jnp.stack([u[:, :, :, 0], u[:, ::-1, :, 1]], 3)
    m = jnp.stack([mask, mask[:, ::-1]], 2)[..., None]

    def step(c, inputs):
        s, k = inputs
        f = jax.nn.sigmoid(s[:, 1] + v[0] * c)
        r = jax.nn.sigmoid(s[:, 2] + v[1] * c)
        c = (f * c + (1 - f) * s[:, 0]) * k
        return c, (c, r)

    _, (c, r) = jax.lax.scan(step, jnp.zeros((B, 2, h)), (jnp.moveaxis(both, 1, 0), jnp.moveaxis(m, 1, 0)))
    c, r = jnp.moveaxis(c, 0, 1), jnp.moveaxis(r, 0, 1)
    out = r * c + (1 - r) * jnp.stack([x[:, :, :h], x[:, ::-1, h:]], 2)
    return jnp.concatenate([out[:, :, 0], out[:, ::-1, 1]], 2)


def encode(p, vectors, batch, o, key=None):
    mask = batch[:, :, COLUMNS].astype(jnp.float32)
    B, T = mask.shape
    vec = (vectors[batch[:, :, 0]].astype(jnp.float32) * o["vec_scale"]) @ p["project"]
    parts = [vec, p["cluster"][batch[:, :, 1]], p["word"][batch[:, :, 2]], p["affix"][batch[:, :, 4:10]].sum(2)]
    if key is not None:
        keys = jax.random.split(key, 9)
        rates = (o["drop_vector"], o["drop_cluster"], o["drop_word"], o["drop_affix"])
        parts = [part * jax.random.bernoulli(k, 1 - r, (B, T, 1)) for part, k, r in zip(parts, keys, rates)]
    hints = [(batch[:, :, HINTS + n, None] >> jnp.arange(bits)) & 1 for n, bits in enumerate(HINT_BITS)]
    hints = jnp.concatenate(hints, 2).astype(jnp.float32) @ p["hint"]
    if key is not None:
        hints = hints * jax.random.bernoulli(keys[8], 1 - o["drop_hint"], (B, 1, 1))
    x = (sum(parts) + hints + p["shape"][batch[:, :, 3]]) * mask[..., None]
    for n in range(o["layers"]):
        if key is not None:
            x = x * jax.random.bernoulli(keys[4 + n], 1 - o["drop"], (B, 1, o["dim"])) / (1 - o["drop"])
        near = (p["near_left"], p["near_right"]) if n == 0 else None
        x = sru(p[f"sru{n}_w"], p[f"sru{n}_b"], p[f"sru{n}_v"], x, mask, near)
    if key is not None:
        x = x * jax.random.bernoulli(keys[7], 1 - o["drop"], (B, 1, o["dim"])) / (1 - o["drop"])
    return x


def heads(p, x):
    return tuple(x @ p[n] + p[f"{n}_bias"] for n in ("tag", "name", "silver"))


def loss(p, vectors, soft, batch, o, key):
    total = 0
    out = heads(p, encode(p, vectors, batch, o, key))
    row = batch[:, :, FORM + 3]
    taught = soft[jnp.maximum(row, 0)] * (row >= 0)[..., None]
    total -= o["soft_weight"] * (taught * jax.nn.log_softmax(out[1], -1)).sum()
    for column, logits, weight in zip(
        (FORM, FORM + 1, FORM + 2), out, (1.0, o["name_weight"], o["silver_weight"])
    ):
        gold = batch[:, :, column]
        real = (gold >= 0).astype(jnp.float32)
        chosen = jnp.take_along_axis(jax.nn.log_softmax(logits, -1), jnp.maximum(gold, 0)[..., None], 2)[..., 0]
        total -= weight * (chosen * real).sum()
    return total / jnp.maximum(batch[:, :, COLUMNS].sum(), 1)


def spans(labels):
    found, first = set(), 0
    for i, label in enumerate(labels):
        if label == 0:
            continue
        part = (label - 1) & 3
        if part in (0, 3):
            first = i
        if part >= 2:
            found.add((first, i, (label - 1) >> 2))
    return found


def evaluate(p, dev, guess, upos):
    right = words = hit = found = gold = 0
    for batch in dev:
        tags, names = (np.asarray(a) for a in guess(p, batch))
        real = batch[:, :, FORM] >= 0
        right += (upos[tags] == upos[batch[:, :, FORM]])[real].sum()
        words += real.sum()
        for row in range(len(batch)):
            if batch[row, 0, FORM + 1] < 0:
                continue
            n = batch[row, :, COLUMNS].sum()
            a, b = spans(names[row, :n]), spans(batch[row, :n, FORM + 1])
            hit, found, gold = hit + len(a & b), found + len(a), gold + len(b)
    return "%.2f / %.1f" % (100 * right / words, 200 * hit / max(1, found + gold))


def main(data, vector_path, out, *settings):
    o = dict(SETTINGS)
    for s in settings:
        k, v = s.split("=")
        o[k] = type(o[k])(v)
    rng = np.random.default_rng(o["seed"])
    raw = np.fromfile(vector_path, np.int8).reshape(-1, 64)
    vectors = jnp.asarray(np.concatenate([np.zeros((1, 64), np.int8), raw]))
    tags = open(f"{data}/labels.txt").read().split("\n")
    names = sorted({t.split("|")[0] for t in tags})
    upos = np.array([names.index(t.split("|")[0]) for t in tags])
    train = read(f"{data}/train.i32")
    soft = np.fromfile(f"{data}/train.f32", np.float32).reshape(-1, NAMES)
    soft = jnp.asarray(np.concatenate([soft, np.zeros((1, NAMES), np.float32)]))
    devs = {n: batches(read(f"{data}/{n}.i32"), 4000) for n in ("ewt-dev", "gum-dev")}
    p = initial(o, len(tags), rng)
    if o["init"]:
        stored = np.load(o["init"])
        p = {k: jnp.asarray(stored[k]) for k in p}
    if o["own_tags"]:

        @jax.jit
        def tagged(batch):
            shares = jax.nn.softmax(heads(p, encode(p, vectors, batch, o))[0], -1)
            return shares.argmax(-1), shares.max(-1)

        read_tags(tagged, train, o["own_tags"])
    average, m, v = p, {k: jnp.zeros_like(a) for k, a in p.items()}, {k: jnp.zeros_like(a) for k, a in p.items()}

    @jax.jit
    def step(p, average, m, v, batch, n, rate, key):
        value, g = jax.value_and_grad(loss)(p, vectors, soft, batch, o, key)
        norm = jnp.sqrt(sum((a * a).sum() for a in g.values()))
        g = {k: a * jnp.minimum(1, 5 / norm) for k, a in g.items()}
        m = {k: 0.9 * m[k] + 0.1 * g[k] for k in p}
        v = {k: 0.99 * v[k] + 0.01 * g[k] ** 2 for k in p}
        new = {k: p[k] - rate * (m[k] / (1 - 0.9**n)) / (jnp.sqrt(v[k] / (1 - 0.99**n)) + 1e-8) - o["decay"] * p[k] for k in p}
        keep = jnp.minimum(o["ema"], n / (n + 10))
        average = {k: keep * average[k] + (1 - keep) * new[k] for k in p}
        return new, average, m, v, value

    @jax.jit
    def guess(p, batch):
        tag, name, _ = heads(p, encode(p, vectors, batch, o))
        return tag.argmax(-1), name.argmax(-1)

    key = jax.random.PRNGKey(o["seed"])
    n, begun = 0, time.time()
    steps = o["epochs"] * len(batches(train, o["tokens"]))
    for epoch in range(o["epochs"]):
        for batch in batches(train, o["tokens"], rng):
            n += 1
            key, sub = jax.random.split(key)
            rate = o["rate"] * min(1, n / 300) * (1 - n / (steps + 1)) ** 0.7
            p, average, m, v, value = step(p, average, m, v, batch, n, rate, sub)
        line = f"epoch {epoch + 1} {time.time() - begun:.0f}s loss {float(value):.3f}"
        if epoch % 2 == 1 or epoch + 1 == o["epochs"]:
            line += "".join(f" | {name} {evaluate(average, dev, guess, upos)}" for name, dev in devs.items())
            np.savez(out, settings=np.array(repr(o)), **{k: np.asarray(a) for k, a in average.items()})
        print(line, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
