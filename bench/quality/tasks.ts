import type { LabelledFile } from './corpora/corpus.ts';

/** Which of our relations is held against which labels of a corpus, and between what. */
export interface Task {
  readonly name: string;
  readonly corpus: LabelledFile['corpus'];
  readonly relations: readonly string[];
  readonly labels: readonly string[];
  /** Types of the corpus that may stand at the ends. An edge between others is not counted: the corpus is silent on it. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** Whether a label says the same in both directions. */
  readonly eitherWay: boolean;
  /** A label that makes the corpus silent: what it joins one thing with, it doesn't join with one another. */
  readonly shares?: string;
}

const RE3D_ACTORS = ['Organisation', 'Person', 'Nationality', 'Location'];

export const TASKS: readonly Task[] = [
  {
    name: 'opposes, attacked : FightingAgainst, Dislikes',
    corpus: 're3d',
    relations: ['opposes', 'attacked'],
    labels: ['FightingAgainst', 'Dislikes'],
    source: RE3D_ACTORS,
    target: RE3D_ACTORS,
    eitherWay: false,
  },
  {
    name: 'located-in : CoLocated',
    corpus: 're3d',
    relations: ['located-in'],
    labels: ['CoLocated'],
    source: RE3D_ACTORS,
    target: ['Location'],
    eitherWay: true,
  },
  {
    name: 'member-of : BelongsTo',
    corpus: 're3d',
    relations: ['member-of'],
    labels: ['BelongsTo'],
    source: ['Organisation', 'Person'],
    target: ['Organisation'],
    eitherWay: false,
  },
  {
    name: 'located-in : Located_In, OrgBased_In',
    corpus: 'conll04',
    relations: ['located-in'],
    labels: ['Located_In', 'OrgBased_In'],
    source: ['Loc', 'Org'],
    target: ['Loc'],
    eitherWay: false,
    shares: 'Live_In',
  },
  {
    name: 'member-of : Work_For',
    corpus: 'conll04',
    relations: ['member-of'],
    labels: ['Work_For'],
    source: ['Peop'],
    target: ['Org'],
    eitherWay: false,
  },
  {
    name: 'attacked : Kill',
    corpus: 'conll04',
    relations: ['attacked'],
    labels: ['Kill'],
    source: ['Peop'],
    target: ['Peop'],
    eitherWay: false,
  },
];

/** How each corpus is annotated where that matters for counting. */
export interface Scheme {
  /** Its word for our entity types; a type that it has no word for is left out. */
  readonly types: Readonly<Record<string, string>>;
  /** Whether it marks names alone, so that an edge to "gunmen" or "the city" is beyond it. */
  readonly namesOnly: boolean;
  /** Types that may be two readings of one thing (a country is a place and acts). */
  readonly akin: readonly (readonly string[])[];
}

export const SCHEMES: Readonly<Record<LabelledFile['corpus'], Scheme>> = {
  re3d: {
    types: { person: 'Person', organization: 'Organisation', group: 'Organisation', location: 'Location' },
    namesOnly: false,
    akin: [['Organisation', 'Nationality', 'Location']],
  },
  conll04: {
    types: { person: 'Peop', organization: 'Org', location: 'Loc' },
    namesOnly: true,
    akin: [['Org', 'Loc']],
  },
};
