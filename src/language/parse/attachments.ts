import { UPOS, type Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';

const NOUN = UPOS.indexOf('NOUN');
const VERB = UPOS.indexOf('VERB');
const CASE = deprelCode('case');
const NMOD = deprelCode('nmod');
const OBL = deprelCode('obl');
const NSUBJ = deprelCode('nsubj');
const NSUBJ_PASS = deprelCode('nsubj:pass');

/** Nouns of what is done to somebody, who stands behind "on" or "against". */
const DEEDS =
  /^(?:(?:counter)?attack|raid|assault|(?:air)?strike|offensive|crackdown|ambush|war|onslaught|siege|ban|curb|campaign|operation|protest|fight|struggle|battle|aggression|violence)(?:e?s)?$/u;
/** Days and the like, on which it was done. */
const TIMES =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december|eve|day|morning|evening|night|weekend|anniversary|basis|charges?|grounds|suspicion|condition|behalf|orders?|foot|\d.*)$/u;

/**
 * "Nine died in a raid on the town": "on" right behind a noun of what is done to somebody says to whom, and does not go with the verb. As
 * the subject's or a prepositional phrase's; what a verb carries ("launched a raid on") is found by it either way.
 */
export function settleDeeds(words: Words, tree: Tree): void {
  for (let marker = 1; marker < tree.length - 1; marker++) {
    const form = words.lower(marker);
    if (tree.label[marker] !== CASE || (form !== 'on' && form !== 'against')) continue;
    const deed = marker - 1;
    const target = tree.head[marker]!;
    if (target < marker || tree.label[target] !== OBL || words.upos(deed) !== NOUN) continue;
    const verb = tree.head[target]!;
    const place = tree.label[deed];
    const beside = verb >= 0 && tree.head[deed] === verb && words.upos(verb) === VERB;
    if (!beside || (place !== OBL && place !== NSUBJ && place !== NSUBJ_PASS)) continue;
    if (!DEEDS.test(words.lower(deed)) || TIMES.test(words.lower(target))) continue;
    tree.head[target] = deed;
    tree.label[target] = NMOD;
  }
}
