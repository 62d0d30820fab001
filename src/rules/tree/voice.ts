import { codes } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { has, is, isNominal } from './reached.ts';

export const ANY_SUBJECT = codes('nsubj', 'nsubj:xsubj', 'nsubj:outer', 'nsubj:pass', 'nsubj:pass:xsubj');
const PASSIVE_SIGNS = codes('aux:pass', 'obl:agent');
const PASSIVE_SUBJECT = codes('nsubj:pass', 'nsubj:pass:xsubj');
const OBJECT = codes('obj');
const AUXILIARY = codes('aux', 'mark');
const ACL = codes('acl');
const ADVCL = codes('advcl');

/** Whether a verb stands in the passive: by its auxiliary or agent, or as a participle after its noun ("claimed by X"). */
export function isPassive(sentence: SentenceGraph, token: number): boolean {
  if (isNominal(sentence, token)) return false;
  if (has(sentence, token, PASSIVE_SIGNS)) return true;
  const tag = sentence.view.tag(token);
  // A past tense taken for a participle has an object, which no passive has; and a past tense without an auxiliary is none.
  if (has(sentence, token, PASSIVE_SUBJECT)) return tag !== 'VBD' && !has(sentence, token, OBJECT);
  if (tag !== 'VBN' || has(sentence, token, AUXILIARY)) return false;
  return is(sentence, token, ACL) || (is(sentence, token, ADVCL) && !has(sentence, token, OBJECT));
}
