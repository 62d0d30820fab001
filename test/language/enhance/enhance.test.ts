import { describe, expect, it } from 'vitest';
import { enhance, ENHANCED_DEPREL } from '../../../src/language/enhance/index.ts';
import { deprelCode, type Deprel } from '../../../src/language/parse/index.ts';
import { StringTable } from '../../../src/model/index.ts';

/** The enhanced edges of a tree written one word a line, `form tag head label` (head by number, 0 the root), as `dependent<label-head`. */
function edges(...lines: string[]): string[] {
  const rows = lines.map((line) => line.split(' ') as [string, string, string, Deprel]);
  const strings = new StringTable();
  const lower = rows.map(([form]) => strings.intern(form.toLowerCase()));
  const tags = rows.map(([, tag]) => strings.intern(tag));
  const graph = enhance({
    tree: {
      length: rows.length,
      head: Int32Array.from(rows, ([, , head]) => Number(head) - 1),
      label: Uint8Array.from(rows, ([, , , label]) => deprelCode(label)),
    },
    strings,
    lower: (i) => lower[i]!,
    xpos: (i) => tags[i]!,
  });
  return [...graph.head].map((head, e) => {
    const marker = graph.marker[e]! < 0 ? '' : `:${strings.text(graph.marker[e]!)}`;
    const above = head < 0 ? 'ROOT' : rows[head]![0];
    return `${rows[graph.dependent[e]!]![0]}<${ENHANCED_DEPREL[graph.label[e]!]}${marker}-${above}`;
  });
}

describe('labels', () => {
  it('take the preposition', () => {
    expect(edges('attack NN 0 root', 'on IN 3 case', 'Kabul NNP 1 nmod')).toContain('Kabul<nmod:on-attack');
  });
  it('take a fixed expression as one', () => {
    const found = edges('fled VBD 0 root', 'because IN 4 case', 'of IN 2 fixed', 'war NN 1 obl');
    expect(found).toContain('war<obl:because_of-fled');
  });
  it('take the conjunction, also before the last of a list', () => {
    const found = edges('A NNP 0 root', ', , 3 punct', 'B NNP 1 conj', 'and CC 5 cc', 'C NNP 1 conj');
    expect(found).toEqual(expect.arrayContaining(['B<conj:and-A', 'C<conj:and-A']));
  });
  it('take "to" of "for them to go"', () => {
    const found = edges(
      'waited VBD 0 root',
      'for IN 5 mark',
      'them PRP 5 nsubj',
      'to TO 5 mark',
      'go VB 1 advcl',
    );
    expect(found).toContain('go<advcl:to-waited');
  });
});

describe('conjuncts', () => {
  it('share the head of the first', () => {
    const found = edges('attacked VBD 0 root', 'A NNP 1 obj', 'and CC 4 cc', 'B NNP 2 conj');
    expect(found).toContain('B<obj-attacked');
  });
  it('keep a preposition of their own', () => {
    const found = edges(
      'fought VBD 0 root',
      'in IN 3 case',
      'A NNP 1 obl',
      'and CC 6 cc',
      'near IN 6 case',
      'B NNP 3 conj',
    );
    expect(found).toContain('B<obl:near-fought');
  });
  it('share the subject of the first predicate, passive where they are', () => {
    const found = edges(
      'He PRP 2 nsubj',
      'fought VBD 0 root',
      'and CC 5 cc',
      'was VBD 5 aux:pass',
      'killed VBN 2 conj',
    );
    expect(found).toContain('He<nsubj:pass-killed');
  });
  it('keep a subject of their own', () => {
    const found = edges(
      'A NNP 2 nsubj',
      'fell VBD 0 root',
      'and CC 5 cc',
      'B NNP 5 nsubj',
      'rose VBD 2 conj',
    );
    expect(found).not.toContain('A<nsubj-rose');
  });
});

describe('relative clauses', () => {
  it('put the antecedent in the place of the pronoun', () => {
    const found = edges('men NNS 0 root', 'who WP 3 nsubj', 'fought VBD 1 acl:relcl');
    expect(found).toEqual(expect.arrayContaining(['who<ref-men', 'men<nsubj-fought']));
    expect(found).not.toContain('who<nsubj-fought');
  });
  it('keep the preposition before the pronoun', () => {
    const found = edges(
      'town NN 0 root',
      'in IN 3 case',
      'which WDT 5 obl',
      'they PRP 5 nsubj',
      'live VBP 1 acl:relcl',
    );
    expect(found).toContain('town<obl:in-live');
  });
  it('take the antecedent for the missing object', () => {
    const found = edges('town NN 0 root', 'they PRP 3 nsubj', 'took VBD 1 acl:relcl');
    expect(found).toContain('town<obj-took');
  });
});

describe('open complements', () => {
  it('take the subject of the verb above', () => {
    const found = edges('They PRP 2 nsubj', 'vowed VBD 0 root', 'to TO 4 mark', 'fight VB 2 xcomp');
    expect(found).toContain('They<nsubj:xsubj-fight');
  });
  it('take its object where it has one', () => {
    const found = edges(
      'They PRP 2 nsubj',
      'told VBD 0 root',
      'us PRP 2 obj',
      'to TO 5 mark',
      'go VB 2 xcomp',
    );
    expect(found).toContain('us<nsubj:xsubj-go');
    expect(found).not.toContain('They<nsubj:xsubj-go');
  });
  it('take the subject after "promise"', () => {
    const found = edges(
      'They PRP 2 nsubj',
      'promised VBD 0 root',
      'us PRP 2 obj',
      'to TO 5 mark',
      'go VB 2 xcomp',
    );
    expect(found).toContain('They<nsubj:xsubj-go');
  });
  it('pass a subject down a chain', () => {
    const found = edges(
      'They PRP 2 nsubj',
      'want VBP 0 root',
      'to TO 4 mark',
      'try VB 2 xcomp',
      'to TO 6 mark',
      'go VB 4 xcomp',
    );
    expect(found).toContain('They<nsubj:xsubj-go');
  });
});

describe('the graph', () => {
  it('lists edges by dependent, the edge of the tree first', () => {
    const found = edges('attacked VBD 0 root', 'A NNP 1 obj', 'and CC 4 cc', 'B NNP 2 conj');
    expect(found).toEqual([
      'attacked<root-ROOT',
      'A<obj-attacked',
      'and<cc-B',
      'B<conj:and-A',
      'B<obj-attacked',
    ]);
  });
});
