import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPREL, deprelCode, openParser, type Words } from '../../src/language/parse/index.ts';
import { enhance } from '../../src/language/enhance/index.ts';
import { StringTable, UPOS, type Tree } from '../../src/model/index.ts';

interface Word {
  readonly form: string;
  readonly upos: number;
  readonly xpos: number;
}
const XPOS_COUNT = 50;
const word = fc.record({
  form: fc.oneof(
    fc.constantFrom(
      'the',
      'Taliban',
      'said',
      ',',
      '.',
      'of',
      'and',
      'which',
      'attacked',
      '2019',
      '“',
      'anti-ISIS',
    ),
    fc.string({ minLength: 1, unit: 'binary' }),
  ),
  upos: fc.nat(UPOS.length - 1),
  xpos: fc.nat(XPOS_COUNT - 1),
});
const read = (words: readonly Word[]): Words => ({
  length: words.length,
  form: (i) => words[i]!.form,
  lower: (i) => words[i]!.form.toLowerCase(),
  upos: (i) => words[i]!.upos,
  xpos: (i) => words[i]!.xpos,
});

/** What is wrong with a tree; an empty list where nothing is. */
function faults({ head, label, length }: Tree): string[] {
  const found: string[] = [];
  const roots = [...head].filter((value) => value < 0).length;
  if (roots !== 1) found.push(`${roots} roots`);
  head.forEach((_, start) => {
    let at = start;
    let steps = 0;
    while (at >= 0 && steps++ <= length) at = head[at]!;
    if (at >= 0) found.push(`word ${start} does not reach the root`);
    if (label[start]! >= DEPREL.length) found.push(`word ${start} has label ${label[start]}`);
    if (head[start]! < 0 !== (label[start] === deprelCode('root')))
      found.push(`word ${start} is half a root`);
  });
  return found;
}

describe('every tree', () => {
  it('is a tree with one root', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        expect(faults(openParser().parse(read(words)))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is one for sentences longer than the parser reads at once', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 240, maxLength: 700 }), (words) => {
        expect(faults(openParser().parse(read(words)))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same whatever was parsed before', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.array(fc.array(word, { minLength: 1 })),
        (words, others) => {
          const first = openParser().parse(read(words));
          for (const other of others) openParser().parse(read(other));
          expect(openParser().parse(read(words))).toEqual(first);
        },
      ),
    );
  });

  it('has an enhanced graph whose edges stay in the sentence', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const tree = openParser().parse(read(words));
        const strings = new StringTable();
        const lower = words.map(({ form }) => strings.intern(form.toLowerCase()));
        const tag = strings.intern('WDT');
        const graph = enhance({ tree, strings, lower: (i) => lower[i]!, xpos: () => tag });
        expect(graph.firstEdge[words.length]).toBe(graph.head.length);
        graph.head.forEach((head, e) => {
          expect(head).toBeGreaterThanOrEqual(-1);
          expect(head).toBeLessThan(words.length);
          expect(graph.dependent[e]).toBeLessThan(words.length);
        });
        for (let i = 0; i < words.length; i++)
          expect(graph.firstEdge[i + 1]).toBeGreaterThan(graph.firstEdge[i]!);
      }),
      { numRuns: 300 },
    );
  });
});
