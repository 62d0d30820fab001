import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

/** Labels of the unnamed entities of a type, in order of first mention. */
const unnamed = (type: string, ...lines: readonly string[]): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter((each) => each.type === type && !each.named)
    .map(({ name }) => name);

describe('what somebody takes a stand against', () => {
  it.each([
    ['The union/NN rejected/VBD/reject the election/NN results/NNS/result .', 'election results'],
    ['[Vance|person] opposes/VBZ/oppose charter/NN schools/NNS/school .', 'charter schools'],
    ['[Vance|person] criticised/VBD/criticise the slow/JJ response/NN .', 'slow response'],
    ['They voted/VBD/vote against the articles/NNS/article of impeachment/NN .', 'articles of impeachment'],
    ['[Vance|person] called/VBD/call the transition/NN process/NN a disgrace/NN .', 'transition process'],
  ])('is a policy, whatever its noun: %s', (line, label) => {
    expect(unnamed('policy', line)).toContain(label);
  });

  it.each([
    'The union/NN published/VBD/publish the results/NNS/result .',
    '[Vance|person] rejected/VBD/reject the claims/NNS/claim .',
    '[Vance|person] condemned/VBD/condemn the men/NNS/man .',
    '[Vance|person] condemned/VBD/condemn racism/NN after/IN vandalism/NN at a temple/NN .',
    'The rebels/NNS/rebel attacked/VBD/attack a military/JJ base/NN .',
    'They launched/VBD/launch raids/NNS/raid against camps/NNS/camp .',
    'They fired/VBD/fire against targets/NNS/target .',
  ])('is none where no stand is taken, or somebody, his words or a thing in general is meant: %s', (line) => {
    expect(unnamed('policy', line)).toEqual([]);
  });

  it('leaves out of its label what hangs on a phrase left out', () => {
    expect(
      unnamed(
        'policy',
        '[Vance|person] condemned/VBD/condemn the hatred/NN after/IN vandalism/NN at a temple/NN .',
      ),
    ).toEqual(['hatred']);
  });
});

describe('counted and described actors', () => {
  it('are places that are counted, where they act', () => {
    expect(unnamed('group', 'Twelve/CD states/NNS/state sued/VBD/sue [Vance|person] .')).toEqual([
      'Twelve states',
    ]);
    expect(unnamed('group', 'Snow/NN fell/VBD/fall in twelve/CD states/NNS/state .')).toEqual([]);
  });

  it('are the members of what has no name, without the bodies besides', () => {
    const { entities } = resolveEntities(
      documentOf(
        'Members/NNS/member of opposition/NN parties/NNS/party accused/VBD/accuse the government/NN .',
      ),
    );
    expect(entities.map(({ name }) => name)).toEqual(['Members of opposition parties', 'government']);
  });

  it('are not the members of one told of before', () => {
    expect(
      unnamed('group', 'Members/NNS/member of the group/NN accused/VBD/accuse [Vance|person] .'),
    ).toEqual([]);
  });

  it('are the one body told of by the same noun', () => {
    const { entities } = resolveEntities(
      documentOf(
        'A teachers/NNS/teacher union/NN called/VBD/call a strike/NN .',
        'The union/NN criticised/VBD/criticise [Vance|person] .',
      ),
    );
    expect(entities.find(({ name }) => /union/u.test(name))?.mentions).toHaveLength(2);
  });

  it('are forces by the word before their noun', () => {
    const forces = (before: string): string[] =>
      unnamed('group', `${before} forces/NNS/force fought/VBD/fight [Vance|person] .`);
    expect(forces('Security/NN')).toEqual(['Security forces']);
    expect(forces('[Norway|location] military/JJ')).toEqual([]);
    expect(forces('Market/NN')).toEqual([]);
  });

  it('are a judge whom the article never names', () => {
    const ruled = 'The judge/NN criticised/VBD/criticise [Vance|person] .';
    expect(unnamed('person', ruled)).toEqual(['judge']);
    expect(unnamed('person', 'District/NN judge/NN [Ada Holm|person] spoke/VBD/speak .', ruled)).toEqual([]);
  });

  it('are not strangers who are counted, whatever stands before the number', () => {
    expect(
      unnamed('group', 'Gunmen/NNS/gunman shot/VBD/shoot dead/JJ three/CD villagers/NNS/villager .'),
    ).toEqual(['Gunmen']);
  });
});

describe('one act', () => {
  const acts = (...lines: readonly string[]): string[] =>
    resolveEntities(documentOf(...lines))
      .entities.filter(({ type }) => type === 'policy')
      .map(({ name, mentions }) => `${name} (${String(mentions.length)})`);
  const condemned = 'Critics/NNS/critic condemned/VBD/condemn the decision/NN .';

  it('is what a definite noun says was decided, told by a noun before', () => {
    expect(
      acts('[Norway|location] announced/VBD/announce its withdrawal/NN from [Sarn|location] .', condemned),
    ).toEqual(['withdrawal from Sarn (2)']);
  });

  it('is what a verb told before, done or planned, with the name of what it is about', () => {
    expect(acts('[Vance|person] suspended/VBD/suspend [Parliament|organization] .', condemned)).toEqual([
      'suspension of Parliament (1)',
    ]);
    expect(
      acts(
        '[Vance|person] will/MD suspend/VB [Parliament|organization] .',
        'Critics/NNS/critic condemned/VBD/condemn the suspension/NN .',
      ),
    ).toEqual(['suspension of Parliament (1)']);
  });

  it('is not guessed where two are told of, or it is denied', () => {
    expect(
      acts(
        '[Vance|person] suspended/VBD/suspend [Parliament|organization] and/CC banned/VBD/ban the [Front|organization] .',
        condemned,
      ),
    ).toEqual(['decision (1)']);
    expect(acts('[Vance|person] did/VBD/do not suspend/VB [Parliament|organization] .', condemned)).toEqual([
      'decision (1)',
    ]);
  });
});

describe('what is said to have happened', () => {
  it.each([
    ['A wreck/NN occurred/VBD/occur near/IN [Larkos|location] .', ['wreck near Larkos']],
    ['The gala/NN was held/VBN/hold in [Larkos|location] .', ['gala in Larkos']],
    ['The suspect/NN was held/VBN/hold in [Larkos|location] .', []],
    ['The money/NN was held/VBN/hold in [Larkos|location] .', []],
    ['A change/NN occurred/VBD/occur in [Larkos|location] .', []],
  ])('is an event, whatever its noun: %s', (line, labels) => {
    expect(unnamed('event', line)).toEqual(labels);
  });
});
