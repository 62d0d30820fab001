"""Sequences of name labels: the best legal one, the names it holds, and how many are right."""

import numpy as np

LABELS = 13

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
