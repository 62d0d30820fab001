"""The encoder with what it is told of each word beside its pieces, in TensorFlow."""

import numpy as np
import tensorflow as tf

LABELS, HEADS, LAYERS, WIDTH = 13, 12, 6, 384
SPACY, BITS, SHAPES = 37, 54, 10


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
