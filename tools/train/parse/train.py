"""Trains the dependency parser: SRU encoder (Lei et al. 2018) and biaffine arc scores (Dozat & Manning 2017).

    python train.py DATA OUT [name=value ...]

DATA is a folder that data.ts wrote. One thread, one seed: the same bytes each time.
"""

import json
import os
import sys
import time

os.environ.setdefault(
    "XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
)
import jax

if "JAX_CACHE" in os.environ:
    jax.config.update("jax_compilation_cache_dir", os.environ["JAX_CACHE"])
import jax.numpy as jnp
import numpy as np

# dim: width of the encoder, half of it for each direction; arc, label: widths of the two scorers; near: whether the first layer
# reads its neighbours; drop…: dropout of whole inputs, of encoder units, of scorer units; aux: weight of the tagging loss; ema:
# decay of the averaged parameters, which are the ones kept; init: parameters to start from; extra: more training sets;
# annotate: sets to parse at the end.
SETTINGS = dict(
    dim=128, layers=3, arc=64, label=64, near=1, epochs=24, tokens=2400, rate=2e-3, decay=1e-6, ema=0.998, seed=1,
    drop_word=0.25, drop_vector=0.05, drop_affix=0.1, drop_tag=0.15, drop=0.25, drop_arc=0.25, aux=0.3, aux_layer=1,
    train="ewt-train,gum-open-train", extra="", init="", annotate="", share=1,
)
VECTOR_STEP = 1 / 32
COLUMNS = 14
AFFIX_ROWS, SHAPES, XPOS, UPOS, LABELS = 8192, 24, 50, 17, 51
LENGTHS = (8, 16, 24, 32, 40, 52, 72, 112, 200)


def read(path):
    flat = np.fromfile(path, np.int32)
    count = flat[0]
    lengths = flat[1 : count + 1]
    rows = flat[count + 1 :].reshape(-1, COLUMNS)
    return np.split(rows, np.cumsum(lengths)[:-1])


def batches(sentences, tokens, rng=None):
    """Batches of sentences of like length, padded to one of LENGTHS; -1 in the label column marks padding."""
    by_length = {}
    for s in sentences:
        length = next(l for l in LENGTHS if l >= len(s) + 1)
        by_length.setdefault(length, []).append(s)
    out = []
    for length, group in sorted(by_length.items()):
        if rng is not None:
            group = [group[i] for i in rng.permutation(len(group))]
        size = max(1, tokens // length)
        for start in range(0, len(group), size):
            batch = np.zeros((size, length, COLUMNS), np.int32)
            batch[:, :, 12] = -1
            for row, s in enumerate(group[start : start + size]):
                batch[row, 1 : len(s) + 1] = s
            out.append(batch)
    if rng is not None:
        out = [out[i] for i in rng.permutation(len(out))]
    return out


def initial(o, words, rng):
    D, A, L = o["dim"], o["arc"], o["label"]
    h = D // 2
    normal = lambda *shape, scale: (rng.standard_normal(shape) * scale).astype(np.float32)
    p = {
        "project": normal(64, D, scale=0.5 / 8),
        "word": normal(words + 1, D, scale=0.05),
        "affix": normal(AFFIX_ROWS, D, scale=0.1),
        "shape": normal(SHAPES, D, scale=0.2),
        "tag": normal(XPOS, D, scale=0.3),
        "upos": normal(UPOS, D, scale=0.3),
        "root": normal(D, scale=0.3),
        "arc_dep": normal(D, A, scale=D**-0.5 * 1.4),
        "arc_dep_bias": np.zeros(A, np.float32),
        "arc_head": normal(D, A, scale=D**-0.5 * 1.4),
        "arc_head_bias": np.zeros(A, np.float32),
        "arc_u": normal(A, A, scale=0.5 * A**-0.5),
        "arc_prior": np.zeros(A, np.float32),
        "label_dep": normal(D, L, scale=D**-0.5),
        "label_head": normal(D, L, scale=D**-0.5),
        "label_bias": np.zeros(L, np.float32),
        "label_out": normal(L, LABELS, scale=L**-0.5),
        "label_out_bias": np.zeros(LABELS, np.float32),
        "aux": normal(D, XPOS, scale=D**-0.5),
        "aux_bias": np.zeros(XPOS, np.float32),
    }
    p["near_left"] = np.zeros((D, 3 * D), np.float32)
    p["near_right"] = np.zeros((D, 3 * D), np.float32)
    for n in range(o["layers"]):
        p[f"sru{n}_w"] = normal(D, 6 * h, scale=D**-0.5)
        bias = np.zeros((3, 2, h), np.float32)
        p[f"sru{n}_b"] = bias.reshape(-1)
        p[f"sru{n}_v"] = normal(2, 2, h, scale=0.1)
    return {k: jnp.asarray(v) for k, v in p.items()}


def sru(w, b, v, x, mask, near=None):
    """x: batch, time, D. Gate order in w: candidate, forget, reset; each for both directions. Padding is at the end, where the
    backward direction starts: the mask keeps its state at zero there, as if it started at the last word."""
    B, T, D = x.shape
    h = D // 2
    u = x @ w + b
    if near is not None:
        zero = jnp.zeros((B, 1, D))
        u = u + jnp.concatenate([zero, x[:, :-1]], 1) @ near[0] + jnp.concatenate([x[:, 1:], zero], 1) @ near[1]
    u = u.reshape(B, T, 3, 2, h)
    both = jnp.stack([u[:, :, :, 0], u[:, ::-1, :, 1]], 3)
    m = jnp.stack([mask, mask[:, ::-1]], 2)[..., None]  # B T 2 1
    steps = jnp.moveaxis(both, 1, 0)
    masks = jnp.moveaxis(m, 1, 0)

    def step(c, inputs):
        s, k = inputs
        f = jax.nn.sigmoid(s[:, 1] + v[0] * c)
        r = jax.nn.sigmoid(s[:, 2] + v[1] * c)
        c = (f * c + (1 - f) * s[:, 0]) * k
        return c, (c, r)

    _, (c, r) = jax.lax.scan(step, jnp.zeros((B, 2, h)), (steps, masks))
    c, r = jnp.moveaxis(c, 0, 1), jnp.moveaxis(r, 0, 1)
    xs = jnp.stack([x[:, :, :h], x[:, ::-1, h:]], 2)
    out = r * c + (1 - r) * xs
    return jnp.concatenate([out[:, :, 0], out[:, ::-1, 1]], 2)


def encode(p, vectors, batch, o, key=None):
    B, T, _ = batch.shape
    D = o["dim"]
    mask = (batch[:, :, 12] >= 0).astype(jnp.float32).at[:, 0].set(1)
    keys = jax.random.split(key, 16) if key is not None else None

    def keep(n, rate, shape):
        return jax.random.bernoulli(keys[n], 1 - rate, shape).astype(jnp.float32)

    vec = (vectors[batch[:, :, 0]].astype(jnp.float32) * VECTOR_STEP) @ p["project"]
    word = p["word"][batch[:, :, 1]]
    affix = p["affix"][batch[:, :, 3:9]].sum(2)
    shape = p["shape"][batch[:, :, 2]]
    tag, upos = p["tag"][batch[:, :, 9]], p["upos"][batch[:, :, 10]]
    if key is not None:
        one = (B, T, 1)
        vec *= keep(0, o["drop_vector"], one)
        word *= keep(1, o["drop_word"], one)
        affix *= keep(2, o["drop_affix"], one)
        kept = keep(3, o["drop_tag"], one)
        tag *= kept
        upos *= kept
    x = vec + word + affix + shape + tag + upos
    x = x.at[:, 0].set(p["root"]) * mask[..., None]
    for n in range(o["layers"]):
        if key is not None:
            x = x * keep(5 + n, o["drop"], (B, 1, D)) / (1 - o["drop"])
        x = sru(p[f"sru{n}_w"], p[f"sru{n}_b"], p[f"sru{n}_v"], x, mask, (p["near_left"], p["near_right"]) if n == 0 and o["near"] else None)
        if n == o["aux_layer"]:
            middle = x
    if key is not None:
        x = x * keep(12, o["drop"], (B, 1, D)) / (1 - o["drop"])
    return x, mask, middle


def scores(p, x, mask, o, key=None):
    dep = jax.nn.relu(x @ p["arc_dep"] + p["arc_dep_bias"])
    head = jax.nn.relu(x @ p["arc_head"] + p["arc_head_bias"])
    if key is not None:
        k = jax.random.split(key, 2)
        keep = 1 - o["drop_arc"]
        dep = dep * jax.random.bernoulli(k[0], keep, (dep.shape[0], 1, dep.shape[2])) / keep
        head = head * jax.random.bernoulli(k[1], keep, (dep.shape[0], 1, dep.shape[2])) / keep
    arcs = jnp.einsum("bia,bja->bij", dep @ p["arc_u"] + p["arc_prior"], head)
    T = x.shape[1]
    forbidden = (1 - mask)[:, None, :] + jnp.eye(T)[None]
    arcs = arcs - 1e9 * (forbidden > 0)
    return arcs


def labels(p, x, heads, o, key=None):
    a = x @ p["label_dep"]
    b = jnp.take_along_axis(x @ p["label_head"], heads[:, :, None], 1)
    z = jax.nn.relu(a + b + p["label_bias"])
    if key is not None:
        keep = 1 - o["drop_arc"]
        z = z * jax.random.bernoulli(key, keep, (z.shape[0], 1, z.shape[2])) / keep
    return z @ p["label_out"] + p["label_out_bias"]


def loss(p, vectors, batch, o, key):
    k = jax.random.split(key, 3)
    x, mask, middle = encode(p, vectors, batch, o, k[0])
    real = (batch[:, :, 12] >= 0).astype(jnp.float32)
    heads = batch[:, :, 11]
    arcs = jax.nn.log_softmax(scores(p, x, mask, o, k[1]), -1)
    arc_loss = -jnp.take_along_axis(arcs, heads[:, :, None], 2)[..., 0]
    names = jax.nn.log_softmax(labels(p, x, heads, o, k[2]), -1)
    label_loss = -jnp.take_along_axis(names, jnp.maximum(batch[:, :, 12:], 0), 2)[..., 0]
    tags = jax.nn.log_softmax(middle @ p["aux"] + p["aux_bias"], -1)
    tag_loss = -jnp.take_along_axis(tags, batch[:, :, 13:], 2)[..., 0]
    return ((arc_loss + label_loss + o["aux"] * tag_loss) * real).sum() / jnp.maximum(real.sum(), 1)


def predict(p, vectors, batch, o):
    x, mask, _ = encode(p, vectors, batch, o)
    arcs = scores(p, x, mask, o)
    heads = arcs.argmax(-1)
    return heads, labels(p, x, heads, o).argmax(-1)


def widened(small, large, o):
    """Parameters of a narrower network set into a wider one that computes the same at first (Chen et al. 2016, Net2Net): new
    units start at random, and what they send to the old ones at zero."""
    old, new = small["root"].shape[0] // 2, o["dim"] // 2
    unit = np.r_[0:old, new : new + old]  # forward half, backward half
    gate = (np.arange(6)[:, None] * new + np.arange(old)).reshape(-1)
    arc, label = np.arange(small["arc_u"].shape[0]), np.arange(small["label_out"].shape[0])
    every = slice(None)
    places = {
        "project": (every, unit), "word": (every, unit), "affix": (every, unit), "shape": (every, unit), "tag": (every, unit),
        "upos": (every, unit), "root": (unit,), "arc_dep": (unit, arc), "arc_head": (unit, arc), "arc_dep_bias": (arc,),
        "arc_head_bias": (arc,), "arc_u": (arc, arc), "arc_prior": (arc,), "label_dep": (unit, label), "label_head": (unit, label),
        "label_bias": (label,), "label_out": (label, every), "label_out_bias": (every,), "aux": (unit, every), "aux_bias": (every,),
        "near_left": (unit, gate), "near_right": (unit, gate),
    }
    out = {}
    for k, v in large.items():
        v = np.array(v)
        where = places.get(k)
        if where is None and k.startswith("sru"):
            where = {"w": (unit, gate), "b": (gate,), "v": (every, every, np.arange(old))}[k[-1]]
        if k in small:
            if len(where) == 2 and not isinstance(where[0], slice):
                inner = np.setdiff1d(np.arange(v.shape[0]), where[0])
                columns = np.arange(v.shape[1]) if isinstance(where[1], slice) else where[1]
                v[np.ix_(inner, columns)] = 0
                v[np.ix_(where[0], columns)] = small[k]
            else:
                v[where] = small[k]
        out[k] = jnp.asarray(v)
    return out


def main(data, out, *assignments):
    o = dict(SETTINGS)
    for assignment in assignments:
        name, value = assignment.split("=")
        o[name] = type(SETTINGS[name])(value)
    rng = np.random.default_rng(o["seed"])
    words = len(np.fromfile(f"{data}/words.u32", np.uint32))
    vectors = np.fromfile(f"{data}/vectors.i8", np.int8).reshape(-1, 64)
    vectors = jnp.asarray(np.vstack([np.zeros((1, 64), np.int8), vectors]))
    train = [s for name in o["train"].split(",") for s in read(f"{data}/{name}.i32")]
    extra = [s for name in o["extra"].split(",") if name for s in read(f"{data}/{name}.i32")]
    train = train[:: o["share"]]
    devs = {name: batches(read(f"{data}/{name}.i32"), 4000) for name in ("ewt-dev", "gum-open-dev")}
    p = initial(o, words, rng)
    if o["init"]:
        p = widened(dict(np.load(o["init"])), p, o)
    average = p
    moments = jax.tree.map(lambda v: (jnp.zeros_like(v), jnp.zeros_like(v)), p, is_leaf=lambda v: hasattr(v, "shape"))
    steps = len(batches(train + extra, o["tokens"])) * o["epochs"]

    def apply(p, average, first, second, g, n):
        norm = jnp.sqrt(sum((v * v).sum() for v in g.values()))
        scale = jnp.minimum(1.0, 2.0 / (norm + 1e-6))
        rate = o["rate"] * jnp.minimum(1, n / 200) * (0.5 * (1 + jnp.cos(jnp.pi * n / steps)) * 0.98 + 0.02)
        decay = jnp.minimum(o["ema"], (1 + n) / (10 + n))
        q, a, f, s = {}, {}, {}, {}
        for k in p:
            v = g[k] * scale
            f[k] = 0.9 * first[k] + 0.1 * v
            s[k] = 0.98 * second[k] + 0.02 * v * v
            step = (f[k] / (1 - 0.9 ** (n + 1))) / (jnp.sqrt(s[k] / (1 - 0.98 ** (n + 1))) + 1e-6)
            q[k] = p[k] - rate * (step + o["decay"] * p[k])
            a[k] = decay * average[k] + (1 - decay) * q[k]
        return q, a, f, s

    gradient = jax.jit(lambda p, batch, key: jax.value_and_grad(loss)(p, vectors, batch, o, key))
    apply = jax.jit(apply, donate_argnums=(0, 1, 2, 3))
    guess = jax.jit(lambda p, batch: predict(p, vectors, batch, o))
    first = {k: v[0] for k, v in moments.items()}
    second = {k: v[1] for k, v in moments.items()}
    average = jax.tree.map(lambda v: v + 0, p)
    key = jax.random.PRNGKey(o["seed"])
    n = 0
    begun = time.time()
    for epoch in range(o["epochs"]):
        total, count = 0.0, 0
        for batch in batches(train + extra, o["tokens"], rng):
            key, sub = jax.random.split(key)
            value, g = gradient(p, batch, sub)
            p, average, first, second = apply(p, average, first, second, g, float(n))
            n += 1
            if n % 10 == 0:
                total, count = total + float(value), count + 1
        line = f"epoch {epoch + 1} {time.time() - begun:.0f}s loss {total / max(count,1):.3f}"
        if epoch % 3 == 2 or epoch + 1 == o["epochs"]:
            for name, dev in devs.items():
                line += f" | {name} %.2f / %.2f" % evaluate(average, dev, guess)
            save(out, average)
        print(line, flush=True)
    for name in filter(None, o["annotate"].split(",")):
        annotate(average, f"{data}/{name}.i32", f"{data}/{name}-read.i32", guess)


def save(out, p):
    """OUT.npz to start from; OUT.json (name, shape, offset of each) and OUT.f32 for pack.ts."""
    arrays = {k: np.asarray(v, np.float32) for k, v in p.items()}
    np.savez(f"{out}.npz", **arrays)
    offsets = np.cumsum([0] + [v.size for v in arrays.values()])
    listed = [dict(name=k, shape=v.shape, offset=int(at)) for (k, v), at in zip(arrays.items(), offsets)]
    with open(f"{out}.json", "w") as file:
        json.dump(listed, file)
    np.concatenate([v.reshape(-1) for v in arrays.values()]).tofile(f"{out}.f32")


def annotate(p, source, target, guess):
    """Fills in heads and labels of a file of unlabelled sentences."""
    sentences = read(source)
    groups = {}
    for i, s in enumerate(sentences):
        groups.setdefault(next(l for l in LENGTHS if l >= len(s) + 1), []).append(i)
    for length, members in sorted(groups.items()):
        size = max(1, 4000 // length)
        for start in range(0, len(members), size):
            part = members[start : start + size]
            batch = np.zeros((size, length, COLUMNS), np.int32)
            batch[:, :, 12] = -1
            for row, i in enumerate(part):
                batch[row, 1 : len(sentences[i]) + 1] = sentences[i]
            heads, names = (np.asarray(v) for v in guess(p, batch))
            for row, i in enumerate(part):
                n = len(sentences[i])
                sentences[i] = sentences[i].copy()
                sentences[i][:, 11] = heads[row, 1 : n + 1]
                sentences[i][:, 12] = names[row, 1 : n + 1]
    lengths = np.array([len(s) for s in sentences], np.int32)
    np.concatenate([np.array([len(sentences)], np.int32), lengths, np.concatenate(sentences).reshape(-1)]).tofile(target)


def evaluate(p, dev, guess):
    right = labelled = all_words = 0
    for batch in dev:
        heads, names = guess(p, batch)
        real = batch[:, :, 12] >= 0
        good = (np.asarray(heads) == batch[:, :, 11]) & real
        right += good.sum()
        labelled += (good & (np.asarray(names) == batch[:, :, 12])).sum()
        all_words += real.sum()
    return 100 * right / all_words, 100 * labelled / all_words


if __name__ == "__main__":
    main(*sys.argv[1:])
