import { describe, expect, it } from 'vitest';
import { compileRules, matchRules } from '../../src/rules/index.ts';
import type { RuleSet } from '../../src/rules/index.ts';
import { countedMatches } from '../../src/rules/match.ts';
import { analyzeArticle } from '../../src/pipeline/index.ts';
import { readArticle } from '../../src/read/index.ts';
import { wordsOf } from './document.ts';
import { treeDocument } from './tree-document.ts';

const HEAD = `extract: 1
vocabulary:
  oppose: [oppose, condemn, fight, speak out against]
relations:
  says: { source: [actor], target: [actor, event] }
rules:
`;
const ruleOf = (tree: unknown, more: Record<string, unknown> = {}): RuleSet =>
  compileRules([
    { name: 'f.yaml', text: `${HEAD}  - ${JSON.stringify({ id: 'r', relation: 'says', tree, ...more })}\n` },
  ]);

const OPPOSE = {
  trigger: { lemma: '$oppose', pos: 'VERB' },
  source: { path: 'subject' },
  target: { path: 'object' },
};

/** The matches as `source -> target`, each end with the methods of its steps. */
function matches(rules: RuleSet, notation: string, arcs: string): string[] {
  const document = treeDocument(notation, arcs);
  return matchRules(rules, document).map(({ source, target }) =>
    [source, target]
      .map(({ mention, steps }) =>
        [wordsOf(document, mention), ...steps.map(({ method }) => method)].join('/'),
      )
      .join(' -> '),
  );
}

const [A, B, C] = ['[RFB|organization]', '[Oslo|location]', '[Lyon|location]'];

describe('subject and object', () => {
  it.each([
    ['of the active', `${A} condemned/VBD:condemn ${B}`, 'nsubj<2 root obj<2', 'RFB -> Oslo'],
    [
      'of the passive',
      `${B} was condemned/VBN:condemn by ${A}`,
      'nsubj:pass<3 aux:pass<3 root case<5 obl:agent<3',
      'RFB/passive -> Oslo/passive',
    ],
    [
      'of a passive whose agent is only an oblique',
      `${B} was condemned/VBN:condemn by ${A}`,
      'nsubj:pass<3 aux:pass<3 root case<5 obl<3',
      'RFB/passive -> Oslo/passive',
    ],
    [
      'of a passive participle',
      `${B} , condemned/VBN:condemn by ${A} , grew/VBD:grow`,
      'nsubj<7 punct<3 acl<1 case<5 obl:agent<3 punct<3 root',
      'RFB/passive -> Oslo/participle-clause',
    ],
    [
      'of an active participle',
      `${A} opposing/VBG:oppose ${B} met/VBD:meet`,
      'nsubj<4 acl<1 obj<2 root',
      'RFB/participle-clause -> Oslo',
    ],
    [
      'of a participle before or after its clause',
      `Condemning/VBG:condemn ${B} ${A} left/VBD:leave`,
      'advcl<4 obj<1 nsubj<4 root',
      'RFB/participle-clause -> Oslo',
    ],
    [
      'of a relative clause',
      `${A} which opposes/VBZ:oppose ${B} met/VBD:meet`,
      'nsubj<5 nsubj<3 acl:relcl<1 obj<3 root',
      'RFB/relative-clause -> Oslo',
    ],
    [
      'of a relative clause without a pronoun',
      `${B} ${A} opposes/VBZ:oppose grew/VBD:grow`,
      'nsubj<4 nsubj<3 acl:relcl<1 root',
      'RFB -> Oslo/relative-clause',
    ],
    [
      'of a controlled infinitive',
      `${A} vowed/VBD:vow to fight/VB:fight ${B}`,
      'nsubj<2 root mark<4 xcomp<2 obj<4',
      'RFB/control -> Oslo',
    ],
    [
      'of a second verb',
      `${A} left/VBD:leave and condemned/VBD:condemn ${B}`,
      'nsubj<2 root cc<4 conj<2 obj<4',
      'RFB/shared-subject -> Oslo',
    ],
    [
      'of a noun',
      `${A} 's fight/NN:fight against ${B}`,
      'nmod:poss<3 case<1 root case<5 nmod<3',
      'RFB/nominalization -> Oslo',
    ],
  ])('%s', (_, notation, arcs, expected) => {
    const rules = ruleOf([
      OPPOSE,
      {
        trigger: { lemma: 'fight', pos: 'NOUN' },
        source: { path: 'subject' },
        target: { path: 'nmod:against' },
      },
    ]);
    expect(matches(rules, notation, arcs)).toEqual([expected]);
  });

  it('give one match for each conjunct', () => {
    expect(
      matches(
        ruleOf(OPPOSE),
        `${A} and [Hamas|organization] oppose/VBP ${B} and ${C}`,
        'nsubj<4 cc<3 conj<1 root obj<4 cc<7 conj<5',
      ),
    ).toEqual([
      'RFB -> Oslo',
      'RFB -> Lyon/coordination',
      'Hamas/coordination -> Oslo',
      'Hamas/coordination -> Lyon/coordination',
    ]);
  });

  it('do not take the object of a passive for its subject', () => {
    expect(
      matches(
        ruleOf(OPPOSE),
        `${B} was condemned/VBN:condemn in ${C}`,
        'nsubj:pass<3 aux:pass<3 root case<5 obl<3',
      ),
    ).toEqual([]);
  });
});

describe('paths', () => {
  const claim = (target: string, more: Record<string, unknown> = {}) =>
    ruleOf({
      trigger: { lemma: 'claim' },
      source: { path: 'subject' },
      target: { path: target },
      ...more,
    });
  const NOTATION = `${A} claimed/VBD:claim responsibility for the [raid|event] in ${B}`;
  const ON_NOUN = 'nsubj<2 root obj<2 case<6 det<6 nmod<3 case<8 nmod<6';
  const ON_VERB = 'nsubj<2 root obj<2 case<6 det<6 obl<2 case<8 nmod<6';

  it('follow relations with and without their preposition', () => {
    expect(matches(claim('obj > nmod:for'), NOTATION, ON_NOUN)).toEqual(['RFB -> raid']);
    expect(matches(claim('obj > nmod'), NOTATION, ON_NOUN)).toEqual(['RFB -> raid']);
    expect(matches(claim('obj > nmod:by'), NOTATION, ON_NOUN)).toEqual([]);
  });

  it('take a prepositional phrase of the trigger or of its object', () => {
    expect(matches(claim('prep:for'), NOTATION, ON_NOUN)).toEqual(['RFB -> raid']);
    expect(matches(claim('prep:for'), NOTATION, ON_VERB)).toEqual(['RFB -> raid']);
    expect(matches(claim('obl:for'), NOTATION, ON_NOUN)).toEqual([]);
  });

  it('have alternatives, hops that may be left out, and brackets', () => {
    for (const path of ['obl:for|prep:for', 'obj? > nmod:for|obl:for', '(obl:for | obj > nmod:for)']) {
      expect(matches(claim(path), NOTATION, ON_NOUN), path).toEqual(['RFB -> raid']);
      expect(matches(claim(path), NOTATION, ON_VERB), path).toEqual(['RFB -> raid']);
    }
    expect(matches(claim('prep:for > nmod:in'), NOTATION, ON_NOUN)).toEqual(['RFB -> Oslo']);
    expect(matches(claim('_ > _ > _'), NOTATION, ON_NOUN)).toEqual(['RFB -> Oslo']);
  });

  it('lead upwards', () => {
    const rules = ruleOf({
      trigger: { lemma: 'responsibility' },
      source: { path: '^obj > subject' },
      target: { path: 'nmod:for' },
    });
    expect(matches(rules, NOTATION, ON_NOUN)).toEqual(['RFB -> raid']);
  });

  it('want what "with" says and refuse what "unless" says', () => {
    const want = { path: 'object', lemma: ['responsibility', 'credit'] };
    expect(matches(claim('prep:for', { with: want }), NOTATION, ON_NOUN)).toEqual(['RFB -> raid']);
    expect(
      matches(claim('prep:for', { with: { path: 'object', lemma: 'land' } }), NOTATION, ON_NOUN),
    ).toEqual([]);
    expect(matches(claim('prep:for', { unless: want }), NOTATION, ON_NOUN)).toEqual([]);
  });

  it('make what "with" reached part of the trigger', () => {
    const document = treeDocument(NOTATION, ON_NOUN);
    const [match] = matchRules(claim('prep:for', { with: { path: 'obj', pos: 'NOUN' } }), document);
    expect(match?.trigger).toEqual([{ firstToken: 1, endToken: 3 }]);
  });

  it('find phrases, also with their words apart', () => {
    const rules = ruleOf({
      trigger: { lemma: 'carry out' },
      source: { path: 'subject' },
      target: { path: 'object' },
    });
    expect(
      matches(
        rules,
        `${A} carried/VBD:carry the [raid|event] out/RP`,
        'nsubj<2 root det<4 obj<2 compound:prt<2',
      ),
    ).toEqual(['RFB -> raid']);
    expect(matches(rules, `${A} carried/VBD:carry the [raid|event]`, 'nsubj<2 root det<4 obj<2')).toEqual([]);
  });
});

describe('arguments', () => {
  const [FRONT] = ['[Red Front|organization]'];
  it.each([
    [
      'an apposition',
      `the militia , ${FRONT} , opposes/VBZ:oppose ${B}`,
      'det<2 nsubj<7 punct<5 amod<5 appos<2 punct<5 root obj<7',
      'Red Front/apposition -> Oslo',
    ],
    [
      'a name given with "known as"',
      `the militia known/VBN:know as ${FRONT} opposes/VBZ:oppose ${B}`,
      'det<2 nsubj<7 acl<2 case<6 amod<6 obl<3 root obj<7',
      'Red Front/apposition -> Oslo',
    ],
    [
      'the name before a word for a group',
      `the ${FRONT} group/NN opposes/VBZ:oppose ${B}`,
      'det<4 amod<3 compound<4 nsubj<5 root obj<5',
      'Red Front/representative -> Oslo',
    ],
    [
      'the body that its fighters stand for',
      `fighters/NNS:fighter of ${FRONT} oppose/VBP ${B}`,
      'nsubj<5 case<4 amod<4 nmod<1 root obj<5',
      'Red Front/representative -> Oslo',
    ],
    [
      'the members of a set',
      `groups/NNS:group including/IN ${A} oppose/VBP ${B}`,
      'nsubj<4 case<3 nmod<1 root obj<4',
      'RFB/set -> Oslo',
    ],
    [
      'the whole of which a part is named',
      `${A} opposes/VBZ:oppose parts/NNS:part of ${B}`,
      'nsubj<2 root obj<2 case<5 nmod<3',
      'RFB -> Oslo/partitive',
    ],
  ])('are %s', (_, notation, arcs, expected) => {
    expect(matches(ruleOf(OPPOSE), notation, arcs)).toEqual([expected]);
  });

  it('are not the owner of something else', () => {
    expect(
      matches(
        ruleOf(OPPOSE),
        `${A} condemned/VBD:condemn ${B} 's mayor/NN`,
        'nsubj<2 root nmod:poss<5 case<3 obj<2',
      ),
    ).toEqual([]);
  });

  it('have the types that relation and rule allow', () => {
    const line = [`${A} opposes/VBZ:oppose ${B}`, 'nsubj<2 root obj<2'] as const;
    const narrow = (type: string) => ruleOf({ ...OPPOSE, target: { path: 'object', type } });
    expect(matches(narrow('location'), ...line)).toEqual(['RFB -> Oslo']);
    expect(matches(narrow('person|group'), ...line)).toEqual([]);
    expect(matches(ruleOf(OPPOSE), `${A} opposes/VBZ:oppose [it|policy]`, line[1])).toEqual([]);
  });

  it('never are one entity', () => {
    expect(
      matches(
        ruleOf(OPPOSE),
        '[RFB|organization#x] opposes/VBZ:oppose [RFB|organization#x]',
        'nsubj<2 root obj<2',
      ),
    ).toEqual([]);
  });

  it('are not reached by a step that the rule turns off', () => {
    const line = [`${A} vowed/VBD:vow to fight/VB:fight ${B}`, 'nsubj<2 root mark<4 xcomp<2 obj<4'] as const;
    expect(matches(ruleOf(OPPOSE, { without: ['control'] }), ...line)).toEqual([]);
  });
});

describe('a rule with tokens and a tree', () => {
  const rules = ruleOf(OPPOSE, { tokens: '@source versus @target', exclude: 'friendly @target' });
  it('matches by either', () => {
    expect(matches(rules, `${A} opposes/VBZ:oppose ${B}`, 'nsubj<2 root obj<2')).toEqual(['RFB -> Oslo']);
    expect(matches(rules, `${A} versus/IN ${B}`, 'root case<3 nmod<1')).toEqual(['RFB -> Oslo']);
  });
  it('is vetoed by what it excludes', () => {
    expect(matches(rules, `${A} opposes/VBZ:oppose friendly/JJ ${B}`, 'nsubj<2 root amod<4 obj<2')).toEqual(
      [],
    );
  });
});

describe('cost', () => {
  it('does not grow with tree rules whose trigger is not there', () => {
    const document = treeDocument(`${A} opposes/VBZ:oppose ${B}`, 'nsubj<2 root obj<2');
    const many = compileRules([
      {
        name: 'f.yaml',
        text: `${HEAD}${Array.from({ length: 500 }, (_, i) => `  - ${JSON.stringify({ id: `r${i}`, relation: 'says', tree: { ...OPPOSE, trigger: { lemma: `verb${i}` } } })}\n`).join('')}`,
      },
    ]);
    expect(countedMatches(many, document).steps).toBe(0);
    const never = { tree: () => expect.unreachable(), enhanced: () => expect.unreachable() };
    expect(matchRules(many, { ...document, trees: never })).toEqual([]);
  });
});

describe('tree rules on plain text', () => {
  const rules = ruleOf([
    { ...OPPOSE, target: { path: 'object|prep:against' } },
    {
      trigger: { lemma: 'claim', pos: 'VERB' },
      with: { path: 'object', lemma: 'responsibility|credit' },
      source: { path: 'subject' },
      target: { path: 'prep:for' },
    },
  ]);
  const read = (text: string): string[] => {
    const article = readArticle('-', new TextEncoder().encode(text));
    const { entities, assertions } = analyzeArticle(article, { rules, assumeEnglish: true });
    return assertions.map(({ source, target }) => `${entities[source]?.name} -> ${entities[target]?.name}`);
  };

  it.each([
    ['The attack on the harbour was condemned by France and Germany.', ['France', 'Germany']],
    ['Militants of the Red Front, which opposes Israel, fled the town.', ['Red Front']],
    ['The Red Front vowed to fight Israel.', ['Red Front']],
    ['The Red Front group claimed responsibility on Sunday for the attack on the harbour.', ['Red Front']],
    ['France did nothing, and Germany spoke out against Israel.', ['Germany']],
  ])('%s', (text, sources) => {
    expect(read(text).map((found) => found.split(' -> ')[0])).toEqual(sources);
  });
});
