import { describe, expect, it } from 'vitest';
import { treesOf } from '../../../src/language/enhance/index.ts';
import { StringTable, UPOS, type Upos } from '../../../src/model/index.ts';

const SENTENCES: [string, Upos, string][][] = [
  [
    ['Rebels', 'NOUN', 'NNS'],
    ['fled', 'VERB', 'VBD'],
    ['.', 'PUNCT', '.'],
  ],
  [
    ['They', 'PRON', 'PRP'],
    ['vowed', 'VERB', 'VBD'],
    ['to', 'PART', 'TO'],
    ['return', 'VERB', 'VB'],
    ['.', 'PUNCT', '.'],
  ],
];

function document(): Parameters<typeof treesOf> {
  const strings = new StringTable();
  const rows = SENTENCES.flat();
  const zeros = (): Uint32Array => new Uint32Array(rows.length);
  const firstToken = Uint32Array.of(0, 3);
  return [
    { length: 2, start: zeros(), end: zeros(), firstToken, endToken: Uint32Array.of(3, 8), passage: zeros() },
    {
      length: rows.length,
      start: zeros(),
      end: zeros(),
      sentence: zeros(),
      form: Uint32Array.from(rows, ([form]) => strings.intern(form)),
      lower: Uint32Array.from(rows, ([form]) => strings.intern(form.toLowerCase())),
      strings,
    },
    {
      upos: Uint8Array.from(rows, ([, upos]) => UPOS.indexOf(upos)),
      xpos: Uint32Array.from(rows, ([, , xpos]) => strings.intern(xpos)),
      lemma: zeros(),
    },
  ];
}

describe('treesOf', () => {
  it('keeps each tree and graph', () => {
    const trees = treesOf(...document());
    expect(trees.tree(1)).toBe(trees.tree(1));
    expect(trees.enhanced(1)).toBe(trees.enhanced(1));
  });

  it('gives the same trees in whatever order they are asked for', () => {
    const forwards = treesOf(...document());
    const backwards = treesOf(...document());
    const later = backwards.tree(1);
    expect([forwards.tree(0), forwards.tree(1)]).toEqual([backwards.tree(0), later]);
  });

  it('counts positions from the start of the sentence', () => {
    const { length, head } = treesOf(...document()).tree(1);
    expect(length).toBe(5);
    expect([...head]).toEqual([1, -1, 3, 1, 1]);
  });

  it('adds the understood subject in the graph', () => {
    const graph = treesOf(...document()).enhanced(1);
    const heads = [...graph.head.slice(graph.firstEdge[0], graph.firstEdge[1])];
    expect(heads).toEqual([1, 3]);
  });
});
