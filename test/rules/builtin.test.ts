import { describe, expect, it } from 'vitest';
import { builtinRuleSources, checkRules, examplesOf } from '../../src/rules/index.ts';
import { exampleReport, runExamples } from '../../src/workbench/index.ts';

const checked = checkRules(builtinRuleSources());
const bench = { rules: checked.rules };
const outcomes = runExamples(examplesOf(checked), bench);
const ids = [...new Set(outcomes.map(({ example }) => example.subject.id))];

describe.each(ids)('%s', (id) => {
  const own = outcomes.filter(({ example }) => example.subject.id === id);
  it.each(own.map((outcome) => [outcome.example.text, outcome] as const))(
    'holds its example: %s',
    (_text, outcome) => {
      const [item] = exampleReport([outcome], bench).fixtures[0]!.outcomes;
      expect(item?.message).toBe('');
    },
  );
});
