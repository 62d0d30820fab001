import { UPOS, type Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';
import { XPOS } from './xpos.ts';

const VERB = UPOS.indexOf('VERB');
const NOUNS = ['NOUN', 'PROPN'].map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number]));
const VBD = XPOS.indexOf('VBD');
const VBN = XPOS.indexOf('VBN');
const VBZ = XPOS.indexOf('VBZ');
const VB = XPOS.indexOf('VB');
const TENSES = [VBD, VBN, VBZ];
const BARE = [VB, XPOS.indexOf('VBP')];
const AUX = deprelCode('aux');
const PASSIVE = deprelCode('aux:pass');
const CC = deprelCode('cc');
const CCOMP = deprelCode('ccomp');
const CONJ = deprelCode('conj');
const COP = deprelCode('cop');
const NSUBJ = deprelCode('nsubj');
const NSUBJ_PASS = deprelCode('nsubj:pass');
const OBJ = deprelCode('obj');
/** Ways from a word up to the verb of its clause. */
const INSIDE = (['obj', 'obl', 'nmod', 'conj', 'appos', 'xcomp', 'advcl'] as const).map(deprelCode);

/** Verbs whose clause is what somebody says. */
export const SAYS =
  /^(?:said|told|denied|insisted|added|claimed|argued|announced|confirmed|admitted|stressed|noted|stated|reiterated|demanded|urged|says|denies|insists|adds|claims|argues|maintains|believes|admits|stresses|notes|states|demands)$/u;

/** What one does by speaking: who has just said something does it, not whom he spoke of. */
export const SPEAKS =
  /^(?:accused|blamed|vowed|urged|warned|condemned|denounced|criticized|criticised|demanded|insisted|pledged|called|threatened|promised|praised|thanked|hailed|apologized|apologised|appealed|dismissed|rejected|slammed|blasted|described|expressed|offered|ruled|accuses|blames|vows|urges|warns|condemns|denounces|criticizes|criticises|demands|insists|pledges|calls|threatens|promises|praises|dismisses|rejects|describes)$/u;

const MARK = /^(?:["“”;]|''|``)$/u;
const MAX_CLIMB = 4;

/**
 * "Denied that his men had attacked the base and accused Oslo of lying": whom a sentence tells to have said something said the second thing as
 * well, so that its verb joins the verb of saying and not what was said. Only where what was said stands in another form (with an auxiliary or
 * a copula, which the second verb has not), since "said rebels came and accused him" tells of the rebels.
 */
export function settleReports(words: Words, tree: Tree): void {
  for (let verb = 3; verb < tree.length; verb++) {
    if (tree.label[verb] !== CONJ || words.upos(verb) !== VERB || !SPEAKS.test(words.lower(verb))) continue;
    if (!TENSES.includes(words.xpos(verb))) continue;
    const said = contentAbove(tree, verb);
    if (said < 0 || said > verb || !isReported(words, tree, said, verb)) continue;
    const joined = tree.head[verb]!;
    tree.head[verb] = tree.head[said]!;
    if (joined !== said) takeObject(words, tree, joined, verb);
  }
}

/** The verb or predicate that is the content of a verb of saying, above a word; -1 without one. */
function contentAbove(tree: Tree, word: number): number {
  let at = tree.head[word]!;
  for (let climbed = 0; at >= 0 && climbed < MAX_CLIMB; climbed++) {
    if (tree.label[at] === CCOMP) return at;
    if (!INSIDE.includes(tree.label[at]!)) return -1;
    at = tree.head[at]!;
  }
  return -1;
}

function isReported(words: Words, tree: Tree, said: number, verb: number): boolean {
  const saying = tree.head[said]!;
  if (saying < 0 || saying > said || !SAYS.test(words.lower(saying))) return false;
  for (let i = saying + 1; i < verb; i++) if (MARK.test(words.form(i))) return false;
  const below = (word: number, ...labels: number[]): boolean => {
    for (let i = 0; i < tree.length; i++)
      if (tree.head[i] === word && labels.includes(tree.label[i]!)) return true;
    return false;
  };
  if ((words.xpos(saying) === VBZ) !== (words.xpos(verb) === VBZ)) return false;
  // "Demanded that the army leave": a bare form is another form, too.
  const otherwise = below(said, AUX, COP, PASSIVE) || BARE.includes(words.xpos(said));
  if (!below(said, NSUBJ, NSUBJ_PASS) || !otherwise) return false;
  // "Was arrested and accused of": both are done to the same.
  if (below(said, PASSIVE) && !below(verb, OBJ)) return false;
  return (
    !below(verb, NSUBJ, NSUBJ_PASS, AUX, PASSIVE) &&
    (below(verb, CC) || /^(?:and|but)$/u.test(words.lower(verb - 1)))
  );
}

/** "Attacked Lyon and accused Oslo", taken for a list of three: what stands right behind the verb is its object. */
function takeObject(words: Words, tree: Tree, joined: number, verb: number): void {
  for (let i = verb + 1; i < Math.min(tree.length, verb + 4); i++) {
    if (tree.head[i] !== joined || tree.label[i] !== CONJ || !NOUNS.includes(words.upos(i))) continue;
    tree.head[i] = verb;
    tree.label[i] = OBJ;
    return;
  }
}
