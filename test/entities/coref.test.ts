import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

/** What the last mention with the given words refers to and by which sieve; null where it stayed unresolved. */
function referent(words: string, ...lines: readonly string[]): string | null | undefined {
  const document = documentOf(...lines);
  const { mentions, entities } = resolveEntities(document);
  const mention = mentions.findLast(({ start, end }) => document.article.text.slice(start, end) === words);
  if (mention === undefined) return undefined;
  return mention.entity === null ? null : `${entities[mention.entity]?.name}: ${mention.sieve}`;
}

describe('pronouns', () => {
  it.each([
    [
      'the subject that speaks',
      'he',
      ['[Omar Vance|person] said/VBD/say he wanted/VBD/want talks/NNS .'],
      'Omar Vance: clause subject',
    ],
    [
      'the one of the right gender',
      'She',
      ['[Anna Holt|person] met/VBD/meet [Peter Crane|person] .', 'She left/VBD/leave .'],
      'Anna Holt: only person',
    ],
    [
      'the gender of a title',
      'He',
      ['Mr [Dorn|person] met/VBD/meet Mrs [Vell|person] .', 'He left/VBD/leave .'],
      'Dorn: only person',
    ],
    [
      'the subject of the sentence before',
      'He',
      ['[Dorn|person] criticised/VBD/criticise [Vell|person] .', 'He left/VBD/leave .'],
      'Dorn: subject before',
    ],
    [
      'the subject of the sentence before, where the pronoun owns the subject',
      'His',
      ['[Dorn|person] criticised/VBD/criticise [Vell|person] .', 'His/PRP$ plans/NNS/plan failed/VBD/fail .'],
      'Dorn: subject before',
    ],
    [
      'one who served as something',
      'him',
      [
        '[Dorn|person] served/VBD/serve as a judge/NN .',
        'The [Red Band|organization] attacked/VBD/attack him/PRP .',
      ],
      'Dorn: only person',
    ],
    [
      'one who is urged to do what the verb below says',
      'its',
      ['[Sarn|location] urged/VBD/urge [Norway|location] to withdraw/VB/withdraw its/PRP$ troops/NNS .'],
      'Norway: clause subject',
    ],
    [
      'the plan that others backed',
      'it',
      [
        'The [Tide Front|organization] backed/VBD/back the plan/NN , but/CC the [Red Band|organization] rejected/VBD/reject it/PRP .',
      ],
      'plan: act before',
    ],
    [
      'the owner of a possessive in its own clause',
      'its',
      ['[Norway|location] withdrew/VBD/withdraw its/PRP$ troops/NNS .'],
      'Norway: clause subject',
    ],
    [
      'a body that opened the sentence before',
      'It',
      ['The [Tide Front|organization] met/VBD/meet .', 'It left/VBD/leave .'],
      'Tide Front: subject before',
    ],
    [
      'a body with no others beside it',
      'They',
      ['The [Tide Front|organization] met/VBD/meet .', 'They left/VBD/leave .'],
      'Tide Front: subject before',
    ],
    [
      'what the text goes on about',
      'they',
      [
        'The [Tide Front|organization] was/VBD/be seen/VBN/see as strong/JJ .',
        "Peace/NN is/VBZ/be the [Tide Front|organization] 's goal/NN , but they also/RB fought/VBD/fight the [Red Band|organization] .",
      ],
      'Tide Front: topic',
    ],
    [
      'the speaker inside a quotation',
      'I',
      ["“/`` I/PRP know/VBP/know nothing/NN , ”/'' [Dorn|person] said/VBD/say ."],
      'Dorn: speaker',
    ],
    [
      "the speaker's side",
      'We',
      [
        "“/`` We/PRP know/VBP/know nothing/NN , ”/'' [Tide Front|organization] leader/NN [Dorn|person] said/VBD/say .",
      ],
      "Tide Front: speaker's side",
    ],
  ])('stand for %s', (_, words, lines, expected) => {
    expect(referent(words, ...lines)).toBe(expected);
  });

  it.each([
    ['"he" after a woman alone', 'He', ['[Anna Holt|person] left/VBD/leave .', 'He stayed/VBD/stay .']],
    [
      '"he" where an unnamed man has come in',
      'He',
      ['[Dorn|person] called/VBD/call .', 'The driver/NN stopped/VBD/stop .', 'He left/VBD/leave .'],
    ],
    [
      '"it" after a thing',
      'It',
      [
        'The [Tide Front|organization] met/VBD/meet .',
        'The bridge/NN fell/VBD/fall .',
        'It burned/VBD/burn .',
      ],
    ],
    [
      '"they" after a body and many others',
      'They',
      ['The [Tide Front|organization] met/VBD/meet reporters/NNS/reporter .', 'They left/VBD/leave .'],
    ],
    ['"we" of a person', 'We', ["“/`` We/PRP know/VBP/know nothing/NN , ”/'' [Dorn|person] said/VBD/say ."]],
    ['"I" of nobody named', 'I', ["“/`` I/PRP know/VBP/know nothing/NN . ”/''"]],
  ])('%s stays unresolved', (_, words, lines) => {
    expect(referent(words, ...lines)).toBeNull();
  });
});

/** All that the mentions with the given words stand for. */
function members(words: string, ...lines: readonly string[]): (string | undefined)[] {
  const document = documentOf(...lines);
  const { mentions, entities } = resolveEntities(document);
  return mentions
    .filter(
      ({ start, end, resolvedBy }) =>
        document.article.text.slice(start, end) === words && resolvedBy === 'set',
    )
    .map(({ entity }) => entities[entity ?? -1]?.name);
}

describe('sets', () => {
  it.each([
    [
      '"they" for joined subjects',
      'They',
      [
        'The [Tide Front|organization] and the [Red Band|organization] met/VBD/meet .',
        'They attacked/VBD/attack [Sarn|location] .',
      ],
    ],
    [
      '"both groups"',
      'Both groups',
      [
        'The [Tide Front|organization] fought/VBD/fight the [Red Band|organization] .',
        'Both/DT groups/NNS/group left/VBD/leave .',
      ],
    ],
    [
      '"the two groups"',
      'The two groups',
      [
        'The [Tide Front|organization] fought/VBD/fight the [Red Band|organization] .',
        'The two/CD groups/NNS/group left/VBD/leave .',
      ],
    ],
  ])('%s: a mention for each', (_, words, lines) => {
    expect(members(words, ...lines)).toEqual(['Tide Front', 'Red Band']);
  });

  it.each([
    [
      'three candidates',
      'Both groups',
      [
        'The [Tide Front|organization] , the [Blue Band|organization] and the [Red Band|organization] met/VBD/meet .',
        'Both/DT groups/NNS/group left/VBD/leave .',
      ],
    ],
    [
      'one that nobody would call so',
      'Both groups',
      [
        '[Dorn|person] , professor/NN at [Sarn University|organization] , told/VBD/tell reporters/NNS/reporter .',
        'Both/DT groups/NNS/group left/VBD/leave .',
      ],
    ],
    [
      'a body and a person',
      'They',
      ['The [Tide Front|organization] and [Dorn|person] met/VBD/meet .', 'They left/VBD/leave .'],
    ],
    [
      'one that nothing names',
      'They',
      ['The [Tide Front|organization] and a bridge/NN fell/VBD/fall .', 'They burned/VBD/burn .'],
    ],
  ])('none of %s', (_, words, lines) => {
    expect(members(words, ...lines)).toEqual([]);
  });
});

describe('descriptions', () => {
  it.each([
    [
      'the one body near, whatever it is like',
      'The militant group',
      [
        'The [Tide Front|organization] took/VBD/take [Sarn|location] .',
        'The militant/JJ group/NN left/VBD/leave .',
      ],
      'Tide Front: only body',
    ],
    [
      'the body that the text calls rebels',
      'The rebels',
      [
        '[Tide Front|organization] rebels/NNS/rebel met/VBD/meet the [Red Band|organization] .',
        'The rebels/NNS/rebel left/VBD/leave .',
      ],
      'Tide Front: said of it',
    ],
    [
      'the one told of as that',
      'The surgeon',
      ['[Dorn|person] , a surgeon/NN , met/VBD/meet [Vell|person] .', 'The surgeon/NN left/VBD/leave .'],
      'Dorn: role',
    ],
    [
      'the court of a name that goes on behind the noun',
      'The court',
      ['The [Court of Justice|organization] met/VBD/meet [Vell|person] .', 'The court/NN left/VBD/leave .'],
      'Court of Justice: head noun',
    ],
    [
      'the body in which the owner holds an office',
      'his group',
      [
        '[Dorn|person] , leader/NN of the [Tide Front|organization] , met/VBD/meet the [Red Band|organization] .',
        'Dorn said/VBD/say his/PRP$ group/NN won/VBD/win .',
      ],
      'Tide Front: own body',
    ],
    [
      'the body whose fighters they are',
      "The group's fighters",
      [
        'The [Tide Front|organization] met/VBD/meet reporters/NNS/reporter .',
        "The group/NN 's fighters/NNS/fighter left/VBD/leave .",
      ],
      'Tide Front: own people',
    ],
    [
      'the one named beside the role',
      "Tide Front's leader",
      ["[Tide Front|organization] 's leader/NN , [Dorn|person] , left/VBD/leave ."],
      'Dorn: representative',
    ],
    [
      'the one name that ends in the noun',
      'The ministry',
      [
        'The [Navy|organization] met/VBD/meet the [Water Ministry|organization] .',
        'The ministry/NN left/VBD/leave .',
      ],
      'Water Ministry: head noun',
    ],
    [
      'the one who holds the role',
      'The governor',
      [
        '[Dorn|person] , the governor/NN of [Norway|location] , met/VBD/meet [Vell|person] .',
        'The governor/NN left/VBD/leave .',
      ],
      'Dorn: role',
    ],
    [
      'the one body near that may be called so',
      'The group',
      [
        'The [Tide Front|organization] left/VBD/leave [Sarn University|organization] .',
        'The group/NN met/VBD/meet .',
      ],
      'Tide Front: only body',
    ],
    [
      'the one who holds an office',
      'Its leader',
      [
        '[Tide Front|organization] leader/NN [Dorn|person] left/VBD/leave .',
        'The [Tide Front|organization] met/VBD/meet .',
        'Its leader/NN condemned/VBD/condemn [Vell|person] .',
      ],
      'Dorn: office',
    ],
    [
      'the one person near, by age',
      'The 29 - year - old',
      [
        '[Anna Holt|person] met/VBD/meet the [Navy|organization] .',
        'The 29/CD -/HYPH year/NN -/HYPH old/JJ left/VBD/leave .',
      ],
      'Anna Holt: only person',
    ],
    [
      'the one body near, besides what it was listed as',
      'The group',
      [
        'The [Tide Front|organization] was listed/VBN/list as a terrorist/NN organization/NN .',
        'The group/NN met/VBD/meet .',
      ],
      'Tide Front: only body',
    ],
    [
      'the one company near',
      'The airline',
      [
        '[Sarn Air|organization] fought/VBD/fight the [Water Ministry|organization] .',
        'The airline/NN lost/VBD/lose .',
      ],
      'Sarn Air: only body',
    ],
  ])('stand for %s', (_, words, lines, expected) => {
    expect(referent(words, ...lines)).toBe(expected);
  });

  it.each([
    [
      'two ministries',
      'The ministry',
      [
        'The [Water Ministry|organization] met/VBD/meet the [Grain Ministry|organization] .',
        'The ministry/NN left/VBD/leave .',
      ],
    ],
    [
      'another argument of the same verb',
      'the group',
      ['The [Tide Front|organization] met/VBD/meet the group/NN .'],
    ],
    [
      'one of two armed groups',
      'The rebels',
      [
        'The [Hamas|organization] met/VBD/meet the [Red Band|organization] .',
        'The rebels/NNS/rebel left/VBD/leave .',
      ],
    ],
    [
      'another group',
      'The rival group',
      ['The [Tide Front|organization] won/VBD/win .', 'The rival/JJ group/NN left/VBD/leave .'],
    ],
    [
      'a noun with words of its own',
      'the social group',
      ['The [Tide Front|organization] met/VBD/meet the social/JJ group/NN .'],
    ],
  ])('%s stays unresolved', (_, words, lines) => {
    expect(referent(words, ...lines)).toBeNull();
  });
});

describe('the one who answers in an interview', () => {
  const answers = Array.from({ length: 5 }, () => 'I/PRP/I left/VBD/leave .');

  it('is "I" outside quotation marks', () => {
    expect(referent('I', 'We/PRP interviewed/VBD/interview [Anna Holt|person] .', ...answers)).toBe(
      'Anna Holt: interviewee',
    );
  });

  it('is not taken for the one who asks', () => {
    expect(
      referent(
        'I',
        'We/PRP interviewed/VBD/interview [Anna Holt|person] .',
        ...answers,
        'May/MD/may I/PRP/I ask/VB/ask ?',
      ),
    ).toBe(null);
  });

  it.each([
    ['two are asked', ['We/PRP interviewed/VBD/interview [Anna Holt|person] and/CC [Omar Dorn|person] .']],
    ['nobody is', ['We/PRP saw/VBD/see [Anna Holt|person] .']],
  ])('is nobody where %s', (_, lines) => {
    expect(referent('I', ...lines, ...answers)).toBe(null);
  });
});
