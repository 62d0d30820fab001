import { describe, expect, it } from 'vitest';
import { DEPREL, documentParser, openParser } from '../../../src/language/parse/index.ts';
import { StringTable, UPOS, type Upos } from '../../../src/model/index.ts';

/** The tree of one sentence written `form/UPOS/XPOS …`, a line per word: `form label head`. */
function parse(text: string): string[] {
  const rows = text.split(' ').map((word) => word.split('/') as [string, Upos, string]);
  const strings = new StringTable();
  const none = new Uint32Array(rows.length);
  const sentences = {
    length: 1,
    start: Uint32Array.of(0),
    end: Uint32Array.of(0),
    firstToken: Uint32Array.of(0),
    endToken: Uint32Array.of(rows.length),
    passage: Uint32Array.of(0),
  };
  const tokens = {
    length: rows.length,
    start: none,
    end: none,
    sentence: none,
    form: Uint32Array.from(rows, ([form]) => strings.intern(form)),
    lower: Uint32Array.from(rows, ([form]) => strings.intern(form.toLowerCase())),
    strings,
  };
  const tags = {
    upos: Uint8Array.from(rows, ([, upos]) => UPOS.indexOf(upos)),
    xpos: Uint32Array.from(rows, ([, , xpos]) => strings.intern(xpos)),
    lemma: none,
  };
  const tree = documentParser(openParser(), sentences, tokens, tags)(0);
  return rows.map(([form], i) => `${form} ${DEPREL[tree.label[i]!]} ${rows[tree.head[i]!]?.[0] ?? 'ROOT'}`);
}

describe('documentParser', () => {
  it('finds subject, object and attribute of the object', () => {
    const tree = parse(
      'The/DET/DT militants/NOUN/NNS claimed/VERB/VBD responsibility/NOUN/NN for/ADP/IN the/DET/DT attack/NOUN/NN ./PUNCT/.',
    );
    expect(tree).toEqual([
      'The det militants',
      'militants nsubj claimed',
      'claimed root ROOT',
      'responsibility obj claimed',
      'for case attack',
      'the det attack',
      'attack nmod responsibility',
      '. punct claimed',
    ]);
  });

  it('tells a passive subject and its agent', () => {
    const tree = parse(
      'The/DET/DT town/NOUN/NN was/AUX/VBD captured/VERB/VBN by/ADP/IN Syrian/ADJ/JJ troops/NOUN/NNS ./PUNCT/.',
    );
    expect(tree).toEqual(
      expect.arrayContaining([
        'town nsubj:pass captured',
        'was aux:pass captured',
        'troops obl:agent captured',
      ]),
    );
  });

  it('hangs an open complement under its verb', () => {
    const tree = parse(
      'Rebels/NOUN/NNS vowed/VERB/VBD to/PART/TO fight/VERB/VB the/DET/DT government/NOUN/NN ./PUNCT/.',
    );
    expect(tree).toEqual(expect.arrayContaining(['fight xcomp vowed', 'government obj fight']));
  });

  it('takes a tag it does not know', () => {
    expect(parse('Hm/INTJ/ZZZ')).toEqual(['Hm root ROOT']);
  });
});
