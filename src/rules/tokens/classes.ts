import type { PatternNode } from './syntax.ts';

/** Tags of the Penn Treebank as the English treebanks of Universal Dependencies use them. */
export const PENN_TAGS = (
  'ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD ' +
  "VBG VBN VBP VBZ WDT WP WP$ WRB XX . , : '' `` $ # -LRB- -RRB-"
).split(' ');

const AUXILIARY_WORDS =
  "has have had 've having is are was were be been being do does did will would 'll 'd can could may might must shall " +
  "should itself himself herself themselves both all not n't never now then still already again also jointly later repeatedly reportedly allegedly";

const NOT_AUXILIARY = new Set(['where', 'when', 'how', 'why', 'to', "'s", "'"]);

/**
 * `%aux`: a word that stands between a subject and its main verb without being either: auxiliaries, adverbs, negation. By
 * word as well as by tag, since taggers confuse auxiliaries with main verbs.
 */
const AUXILIARY: PatternNode = {
  kind: 'alternatives',
  options: [
    {
      kind: 'token',
      lexical: false,
      constraints: [
        { field: 'pos', negated: false, values: new Set(['AUX', 'ADV', 'PART']) },
        { field: 'word', negated: true, values: NOT_AUXILIARY },
      ],
    },
    {
      kind: 'token',
      lexical: false,
      constraints: [{ field: 'word', negated: false, values: new Set(AUXILIARY_WORDS.split(' ')) }],
    },
  ],
};

const some = (item: PatternNode, min: number, max: number): PatternNode => ({
  kind: 'repeat',
  item,
  min,
  max,
});
const TO: PatternNode = {
  kind: 'token',
  lexical: false,
  constraints: [{ field: 'word', negated: false, values: new Set(['to']) }],
};

/** `%vg`: all that may stand before the main verb of a verb group, or nothing: "has not", "is expected later to". */
const VERB_GROUP: PatternNode = some(
  {
    kind: 'sequence',
    items: [some(AUXILIARY, 1, 6), some({ kind: 'sequence', items: [TO, some(AUXILIARY, 0, 3)] }, 0, 1)],
  },
  0,
  1,
);

/** Classes of words that patterns name with `%`. */
export const CLASSES: ReadonlyMap<string, PatternNode> = new Map([
  ['aux', AUXILIARY],
  ['vg', VERB_GROUP],
]);
