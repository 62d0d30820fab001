import type { PatternNode } from './syntax.ts';

/** Tags of the Penn Treebank as the English treebanks of Universal Dependencies use them. */
export const PENN_TAGS = (
  'ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD ' +
  "VBG VBN VBP VBZ WDT WP WP$ WRB XX . , : '' `` $ # -LRB- -RRB-"
).split(' ');

const AUXILIARY_WORDS =
  "has have had 've having is are was were be been being 's do does did will would 'll 'd can could may might must shall " +
  "should to not n't never also jointly later repeatedly reportedly allegedly";

/**
 * `%aux`: what stands between a subject and its main verb without being either: auxiliaries, adverbs, negation, `to`.
 * By word as well as by tag, since taggers confuse auxiliaries with main verbs.
 */
export const AUXILIARY: PatternNode = {
  kind: 'alternatives',
  options: [
    {
      kind: 'token',
      lexical: false,
      constraints: [
        { field: 'pos', negated: false, values: new Set(['AUX', 'ADV', 'PART']) },
        { field: 'word', negated: true, values: new Set(['where', 'when', 'how', 'why', "'s"]) },
      ],
    },
    {
      kind: 'token',
      lexical: false,
      constraints: [
        { field: 'word', negated: false, values: new Set(AUXILIARY_WORDS.split(' ')) },
        { field: 'tag', negated: true, values: new Set(['POS']) },
      ],
    },
  ],
};
