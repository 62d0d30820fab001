"""Sentences as rows of numbers, and windows of them for the encoder."""

import json

import numpy as np

SET = {"uner-ewt-train": 1, "uner-ewt-dev": 1, "gum-open-train": 2, "gum-open-dev": 2, "wikigold": 3}
COLUMNS = 10  # piece, word of the sentence or -1, label, shape, small, medium, three bit sets, sentence


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
