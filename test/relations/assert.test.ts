import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import type { Assertion } from '../../src/model/index.ts';
import { assertRelations } from '../../src/relations/index.ts';
import { compileRules } from '../../src/rules/index.ts';
import { documentOf } from '../support/document.ts';

const RULES = compileRules([
  {
    name: 'test.yaml',
    text: `
extract: 1
relations:
  attacked: { source: [actor], target: [actor, location] }
  located-in: { source: [event], target: [location] }
rules:
  - { id: event-in, relation: located-in, tokens: '@source in @target' }
  - { id: raided, relation: attacked, tokens: '@source ..{0,4} [lemma=raid] @target' }
  - { id: raid-denied, relation: attacked, status: negated, tokens: '@source [lemma=deny] raiding @target' }
`,
  },
]);

const read = (
  ...lines: readonly string[]
): { text: string; assertions: readonly Assertion[]; names: readonly string[] } => {
  const base = documentOf(...lines);
  const document = { ...base, ...resolveEntities(base) };
  return {
    text: base.article.text,
    assertions: assertRelations(document, RULES),
    names: document.entities.map(({ name }) => name),
  };
};
const statuses = (line: string): string[] => read(line).assertions.map(({ status }) => status);

const [NRF, LARKOS] = ['The [NRF|organization]', '[Larkos|location]'];

describe('status', () => {
  it.each([
    ['a plain statement', `${NRF} raided/VBD/raid ${LARKOS} .`, 'asserted'],
    ['not', `${NRF} did/VBD/do not raid/VB ${LARKOS} .`, 'negated'],
    ['never', `${NRF} never/RB raided/VBD/raid ${LARKOS} .`, 'negated'],
    ["n't", `${NRF} did/VBD/do _n't raid/VB ${LARKOS} .`, 'negated'],
    ['not only', `${NRF} not only/RB raided/VBD/raid ${LARKOS} .`, 'asserted'],
    ['refused to', `${NRF} refused/VBD/refuse to raid/VB ${LARKOS} .`, 'negated'],
    ['a rule of denial', `${NRF} denied/VBD/deny raiding/VBG ${LARKOS} .`, 'negated'],
    ['a modal', `${NRF} may have raided/VBN/raid ${LARKOS} .`, 'uncertain'],
    ['an adverb of hearsay', `${NRF} reportedly/RB raided/VBD/raid ${LARKOS} .`, 'uncertain'],
    ['believed to', `${NRF} is believed/VBN to raid/VB ${LARKOS} .`, 'uncertain'],
    [
      'suspected before the actor',
      `Suspected/JJ [NRF|organization] fighters/NNS/fighter raided/VBD/raid ${LARKOS} .`,
      'uncertain',
    ],
    ['a question', `Has ${NRF} raided/VBD/raid ${LARKOS} ?`, 'uncertain'],
    [
      'a "not" of another clause',
      `He did/VBD/do not know/VB ; ${NRF} raided/VBD/raid ${LARKOS} .`,
      'asserted',
    ],
    ['a phrase under a denied verb', `He did/VBD/do not back/VB the attack/NN in ${LARKOS} .`, 'asserted'],
  ])('of %s', (_, line, status) => {
    expect(statuses(line)).toEqual([status]);
  });
});

describe('attribution', () => {
  const said = (line: string): (string | null)[] => {
    const { text, assertions, names } = read(line);
    return assertions.map(({ attributedTo: by }) =>
      by
        ? `${by.entity === null ? 'unnamed' : (names[by.entity] ?? '')}: ${text.slice(by.start, by.end)}`
        : null,
    );
  };

  it.each([
    ['the article itself', `${NRF} raided/VBD/raid ${LARKOS} .`, null],
    [
      'a speaker in front',
      `[Jane Doe|person] said/VBD that the [NRF|organization] raided/VBD/raid ${LARKOS} .`,
      'Jane Doe: Jane Doe',
    ],
    [
      'a speaker behind',
      `${NRF} raided/VBD/raid ${LARKOS} , [Jane Doe|person] said/VBD .`,
      'Jane Doe: Jane Doe',
    ],
    [
      'a speaker behind the verb',
      `${NRF} raided/VBD/raid ${LARKOS} , said/VBD [Jane Doe|person] .`,
      'Jane Doe: Jane Doe',
    ],
    [
      'an unnamed source',
      `Local/JJ officials/NNS/official said/VBD the [NRF|organization] raided/VBD/raid ${LARKOS} .`,
      'unnamed: Local officials',
    ],
    [
      'according to',
      `According/VBG to [Jane Doe|person] , the [NRF|organization] raided/VBD/raid ${LARKOS} .`,
      'Jane Doe: Jane Doe',
    ],
    ['the actor itself', `${NRF} said/VBD it raided/VBD/raid ${LARKOS} .`, null],
  ])('to %s', (_, line, speaker) => {
    expect(said(line)).toContain(speaker);
  });
});

describe('evidence', () => {
  it('holds the sentence, the words of both ends and the trigger', () => {
    const { text, assertions } = read(`In/IN May/NNP , the [NRF|organization] raided/VBD/raid ${LARKOS} .`);
    const [found] = assertions;
    const words = (span: { start: number; end: number } | undefined): string | undefined =>
      span && text.slice(span.start, span.end);
    expect(words(found?.sentence)).toBe(text);
    expect([words(found?.sourceSpan), words(found?.targetSpan), words(found?.trigger[0])]).toEqual([
      'NRF',
      'Larkos',
      'raided',
    ]);
    expect(found?.rule).toBe('raided');
  });

  it('lists the step from a pronoun to its entity, which lowers the confidence', () => {
    const direct = read(`${NRF} raided/VBD/raid ${LARKOS} .`).assertions[0];
    const [resolved] = read(`${NRF} met/VBD .`, `It raided/VBD/raid ${LARKOS} .`).assertions;
    expect(resolved?.resolved).toMatchObject([{ argument: 'source', method: 'pronoun' }]);
    expect(resolved?.confidence).toBeLessThan(direct?.confidence ?? 0);
  });

  it('is not read from captions', () => {
    expect(read(`caption: ${NRF} raided/VBD/raid ${LARKOS} .`).assertions).toEqual([]);
  });
});
