import { expect, test } from 'vitest';
import type { Outcome } from '../../src/evaluate/index.ts';
import { withMarks } from '../../tools/gaps.ts';

type Part = Pick<Outcome, 'kind' | 'path'> & { readonly cause?: NonNullable<Outcome['cause']> };

const outcome = (part: Part): Outcome => ({
  title: '',
  verdict: part.cause === undefined ? 'passed' : 'failed',
  message: '',
  file: 'a.expect.yaml',
  line: 1,
  column: 1,
  ...part,
});

const file = `# claims
edges:
  - source: Red Front # who
    relation: opposes
    target: "the port"
    quote: "said 'no'" # why

  - source: Blue Army
    relation: opposes
    target: Dorn
    quote: "said no"
    gap: "not found yet"
no-edges:
  - relation: attacked # never
entities:
  - name: Dorn
    aliases: [Old Dorn, Dorn City]
no-entities: [Friday, "3rd"]
`;

test('a mark is added at its item and no other line changes', () => {
  const marked = withMarks(file, [
    outcome({ kind: 'edge', path: ['edges', 0], cause: 'short' }),
    outcome({ kind: 'no-edge', path: ['no-edges', 0], cause: 'short' }),
    outcome({ kind: 'entity', path: ['entities', 0], cause: 'short' }),
  ]);
  expect(marked).toBe(
    file
      .replace(`# why\n`, `# why\n    gap: "not found yet"\n`)
      .replace(`# never\n`, `# never\n    gap: "found though it should not be"\n`)
      .replace(`Dorn City]\n`, `Dorn City]\n    gap: "not found yet"\n`),
  );
});

test('the mark of a closed gap is taken away and no other line changes', () => {
  const marked = withMarks(file, [outcome({ kind: 'edge', path: ['edges', 1], cause: 'closed' })]);
  expect(marked).toBe(file.replace('    gap: "not found yet"\n', ''));
});

test('a name becomes a mapping for its mark and a name again without it', () => {
  const short = outcome({ kind: 'no-entity', path: ['no-entities', 1], cause: 'short' });
  const marked = withMarks(file, [short]);
  const list = '  - Friday\n  - name: "3rd"\n    gap: "found though it should not be"\n';
  expect(marked).toBe(file.replace('no-entities: [Friday, "3rd"]\n', `no-entities:\n${list}`));
  expect(withMarks(marked, [{ ...short, cause: 'closed' }])).toContain(
    'no-entities:\n  - Friday\n  - "3rd"\n',
  );
});

test('what passes, what is a known gap and what is a fault of the fixture ask for no mark', () => {
  const { cause: _, ...passed } = outcome({ kind: 'edge', path: ['edges', 0] });
  const fault = outcome({ kind: 'edge', path: ['edges', 0], cause: 'fault' });
  expect(withMarks(file, [passed, { ...passed, verdict: 'gap' }, fault])).toBe(file);
});

test('a file in which other lines would change is refused', () => {
  const text = 'no-edges: [ {relation:   opposes} ]\n';
  expect(() =>
    withMarks(text, [outcome({ kind: 'no-edge', path: ['no-edges', 0], cause: 'short' })]),
  ).toThrow('other lines would change too');
});
