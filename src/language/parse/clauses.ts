import { UPOS, type Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';
import { XPOS } from './xpos.ts';

const VERB = UPOS.indexOf('VERB');
const PAST = new Set(['VBD', 'VBN'].map((tag) => XPOS.indexOf(tag as (typeof XPOS)[number])));
const ACL = deprelCode('acl');
const ADVCL = deprelCode('advcl');
const APPOS = deprelCode('appos');
const CASE = deprelCode('case');
const CCOMP = deprelCode('ccomp');
const MARK = deprelCode('mark');
const NMOD = deprelCode('nmod');
const NSUBJ = deprelCode('nsubj');
const OBJ = deprelCode('obj');
const OBL = deprelCode('obl');
const ROOT = deprelCode('root');
/** Dependents by which a verb is no mere past. */
const OTHERWISE = (['obl:agent', 'aux', 'aux:pass', 'mark', 'nsubj'] as const).map(deprelCode);
/** Dependents before a noun that are its clause's, and not its own. */
const OF_CLAUSES = (
  ['obl', 'obl:unmarked', 'advcl', 'advmod', 'mark', 'cc', 'punct', 'discourse'] as const
).map(deprelCode);

/** What only a participle looks like: "taken", "thrown", "done"; of other verbs it looks as the past does. */
const ONLY_PARTICIPLE = /(?:[^p]en|wn|ne|[^r]un|ung|unk)$/u;

/** Verbs whose passive keeps an object: "a group called Hamas", "a man given a fine". */
const TWO_OBJECTS =
  /^(?:call|titl|entitl|nam|dub|nicknam|term|label|rat|rank|pric|giv|offer|grant|award|assign|teach|taught|den|refus|pa|send|sent|sho|tell|told|ask|hand|fin|charg|allow|guarante|promis|elect|appoint|consider|deem|declar|mad|publish|dat|list|sold|worth|ow|allot|afford|allocat|serv|cost|born)(?:ed|e?d|id|ied)?$/u;

/** Verbs of which a clause is the object: "said troops killed nine". */
const SAYING =
  /^(?:say|tell|report|announce|claim|add|note|indicat|suggest|estimat|believ|confirm|stat|warn|argu|alleg|insist|admit|deni|deny|show|reveal|mean|think|know|fear|hop|learn|said|told|knew|thought|found|find|declar|acknowledg|agre|conclud|point)/u;

/** Prepositions that begin a clause as well. */
const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'till']);

/** Nouns behind a participle that only say when: "findings published Wednesday". */
const TIMES =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:to|yester)day$|^(?:week|month|year|morning|night|evening|afternoon)$/u;

/**
 * "A raid killed nine people": what reads as a participle behind its noun and has an object of its own is no participle, since a passive has
 * none. The verb takes the noun's place in the tree and the noun becomes its subject, where that place is a clause's: the root, the object of a
 * verb of saying, or what "after" and the like stand before.
 */
export function settleClauses(words: Words, tree: Tree): void {
  for (let verb = 1; verb < tree.length - 1; verb++) {
    if (tree.label[verb] !== ACL || words.upos(verb) !== VERB || !PAST.has(words.xpos(verb))) continue;
    const form = words.lower(verb);
    if (ONLY_PARTICIPLE.test(form) || TWO_OBJECTS.test(form) || !hasOwnObject(words, tree, verb)) continue;
    const subject = subjectOf(words, tree, verb);
    const label = clauseLabel(words, tree, subject);
    if (label !== null) raise(tree, subject, verb, label);
  }
}

/** An object behind the verb, and nothing by which the verb would be another's passive or an infinitive. */
function hasOwnObject(words: Words, tree: Tree, verb: number): boolean {
  let object = false;
  for (let i = 0; i < tree.length; i++) {
    if (tree.head[i] !== verb) continue;
    const label = tree.label[i]!;
    if (OTHERWISE.includes(label)) return false;
    if (label === OBJ && i > verb && !TIMES.test(words.lower(i))) object = true;
  }
  return object;
}

/** The noun that the verb's whole phrase is of: "leaders" in "leaders of the bloc signed". */
function subjectOf(words: Words, tree: Tree, verb: number): number {
  let top = tree.head[verb]!;
  while (
    tree.head[top]! >= 0 &&
    tree.head[top]! < top &&
    (tree.label[top] === NMOD || (tree.label[top] === APPOS && words.form(verb - 1) === ','))
  )
    top = tree.head[top]!;
  return top;
}

/** What the clause is in the sentence that the noun stands at the head of now, or null. */
function clauseLabel(words: Words, tree: Tree, noun: number): number | null {
  const label = tree.label[noun]!;
  const head = tree.head[noun]!;
  if (label === ROOT) return ROOT;
  if (head < 0 || noun < head || words.upos(head) !== VERB) return null;
  if (label === OBJ) return SAYING.test(words.lower(head)) ? CCOMP : null;
  if (label !== OBL) return null;
  for (let i = 0; i < noun; i++)
    if (tree.head[i] === noun && tree.label[i] === CASE && CONJUNCTIONS.has(words.lower(i))) return ADVCL;
  return null;
}

/** Puts the verb into the noun's place, with what hung on the noun and is its clause's. */
function raise(tree: Tree, noun: number, verb: number, label: number): void {
  for (let i = 0; i < tree.length; i++) {
    if (tree.head[i] !== noun || i === verb) continue;
    const conjunction = label === ADVCL && tree.label[i] === CASE;
    if (conjunction) tree.label[i] = MARK;
    if (conjunction || i > verb || (i < noun && OF_CLAUSES.includes(tree.label[i]!))) tree.head[i] = verb;
  }
  tree.head[verb] = tree.head[noun]!;
  tree.label[verb] = label;
  tree.head[noun] = verb;
  tree.label[noun] = NSUBJ;
}
