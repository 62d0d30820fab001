import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluate/gold/evaluate.ts';
import { readGold, type GoldDocument } from '../../../src/evaluate/gold/gold.ts';
import type { SerializedGraph } from '../../../src/model/index.ts';
import { scoreForm } from '../score-form.ts';

const cases = fileURLToPath(new URL('../cases/', import.meta.url));
const expected = JSON.parse(readFileSync(`${cases}expected.json`, 'utf8')) as Record<string, unknown>;
const { documents, warnings } = readGold(`${cases}gold`);

const graphs = new Map<string, SerializedGraph>();
for (const { id } of documents) {
  const file = `${cases}predicted/${id}.json`;
  if (existsSync(file)) graphs.set(id, JSON.parse(readFileSync(file, 'utf8')) as SerializedGraph);
}
const figuresOf = (some: readonly GoldDocument[]) => scoreForm(evaluate(some, graphs).figures);

test.each(documents)('figures of case $id are those of the scorer', (document) => {
  expect(figuresOf([document])).toEqual(expected[document.id]);
});

test('figures of all cases together are those of the scorer', () => {
  expect(figuresOf(documents)).toEqual(expected['all']);
});

test('every case has expected figures', () => {
  expect(Object.keys(expected).sort()).toEqual(['all', ...documents.map(({ id }) => id)].sort());
});

test('evidence that the text does not hold is a warning', () => {
  expect(warnings).toEqual([
    expect.stringMatching(
      /odd-names-and-types\.gold\.json: relations\[0\]\.evidence does not stand in the text/,
    ),
  ]);
});

test('each gold relation not met and each edge that meets none stands in one error', () => {
  const { errors, figures, hits } = evaluate(documents, graphs);
  const count = (...causes: string[]) => errors.filter(({ cause }) => causes.includes(cause)).length;
  // met-with is in a gold file of its own right, beside the annotated five.
  const [all, own] = [figures.all, figures.relations['met-with']];
  const sum = (field: 'gold' | 'right' | 'predicted') => all[field] + (own?.[field] ?? 0);
  expect(hits).toHaveLength(sum('right'));
  expect(count('extra edge', 'double edge', 'wrong rule', 'wrong status')).toBe(
    sum('predicted') - sum('right'),
  );
  const beside = errors.filter(
    ({ cause, detail }) => cause === 'wrong status' && detail !== undefined,
  ).length;
  expect(count('entity missing', 'no rule', 'wrong rule', 'wrong status') - beside).toBe(
    sum('gold') - sum('right'),
  );
});
