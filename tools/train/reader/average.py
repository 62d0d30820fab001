"""Averages the weights of runs that started from one another: python average.py OUT.npz SHARE:RUN.npz [SHARE:RUN.npz ...]"""

import sys

import numpy as np

out, *parts = sys.argv[1:]
runs = [(float(share), np.load(path)) for share, path in (part.split(":", 1) for part in parts)]
names = [name for name in runs[0][1].files if name != "settings"]
np.savez(out, **{name: sum(run[name] * share for share, run in runs).astype(np.float32) for name in names})
