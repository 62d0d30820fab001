import { describe, expect, it } from 'vitest';
import { extract, loadRules } from '../../src/library.ts';
import {
  builtinRuleSources,
  compileRules,
  isFar,
  measurements,
  stepFactor,
  UNTRIED_STEP,
} from '../../src/rules/index.ts';

const { value } = measurements();

const evidenceIn = (text: string, rules = loadRules()) =>
  extract([{ text }], { rules }).edges.flatMap(({ attributes }) =>
    attributes.evidence.map((item) => ({ relation: attributes.relation, ...item })),
  );

describe('confidence of the built-in rules', () => {
  it('is what was measured, for arguments by name', () => {
    const [claim] = evidenceIn('The Red Front claimed responsibility for the attack.');
    const { estimate } = value.rules[claim!.rule] ?? value.relations[claim!.relation]!;
    expect(claim!.confidence).toBeCloseTo(
      estimate *
        stepFactor(
          claim!.resolved.map(({ method }) => method),
          false,
        ),
      3,
    );
  });

  it('is lowered by a pronoun', () => {
    const [first, second] = evidenceIn(
      'Ann Weber lives in Paris. She condemned Peter Reis. Ann Weber condemned Jane Doe.',
    )
      .filter(({ relation }) => relation === 'opposes')
      .sort((a, b) => a.start - b.start);
    expect(first!.resolved.map(({ method }) => method)).toContain('pronoun');
    expect(first!.confidence).toBeCloseTo(second!.confidence * stepFactor(['pronoun'], false), 2);
  });

  it('has an estimate for every relation, which rules without data get', () => {
    for (const { id, relation, measured } of compileRules(builtinRuleSources()).rules) {
      expect([id, measured]).toEqual([id, (value.rules[id] ?? value.relations[relation])?.estimate]);
      expect(measured).toBeGreaterThan(0);
      expect(measured).toBeLessThan(1);
    }
  });

  it('stands among the files that decide over a graph', () => {
    expect(loadRules().files.map(({ file }) => file)).toContain('builtin:measured');
    expect(loadRules({ builtin: false }).files).toEqual([]);
  });
});

it('leaves other rules what their file says', () => {
  const text = `extract: 1
relations: { opposes: { source: [actor], target: [actor] } }
rules: [{ id: oppose-verb, relation: opposes, tokens: "@source fights @target", confidence: 0.42 }]`;
  const rules = compileRules([{ name: 'own.yaml', text }]);
  const [found] = evidenceIn('Germany fights Poland.', rules);
  expect(found!.confidence).toBe(0.42);
});

describe('what lowers a confidence', () => {
  const given = {
    ...value,
    steps: { pronoun: { right: 1, wrong: 1, factor: 0.5 } },
    far: { right: 1, wrong: 1, factor: 0.8 },
  };

  it('is the product of the steps and the distance', () => {
    expect(stepFactor([], false, given)).toBe(1);
    expect(stepFactor(['pronoun', 'pronoun'], true, given)).toBeCloseTo(0.2);
    expect(stepFactor(['never-seen'], false, given)).toBe(UNTRIED_STEP);
  });

  it('calls arguments far apart with nine words between them, whichever comes first', () => {
    const text = 'A one two three four five six seven eight nine B';
    const [a, b] = [
      { start: 0, end: 1 },
      { start: text.length - 1, end: text.length },
    ];
    expect(isFar(text, a, b)).toBe(true);
    expect(isFar(text, b, a)).toBe(true);
    expect(isFar(text, a, { start: b.start - 5, end: b.start - 1 })).toBe(false);
    expect(isFar(text, a, a)).toBe(false);
  });
});
