import { lemmaAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import { headOf, isSubject, relationOf } from './syntax.ts';

/** What befalls a victim, in the active of the one who does it. */
const STRIKING =
  /^(?:kill|shoot|murder|assassinate|stab|wound|injure|kidnap|abduct|gun|behead|slay|poison|beat|attack|ambush|execute|hang|bomb|die|seize|target)$/u;

/** Object of a verb of striking, subject of its passive, or of "died". */
export function isVictim(document: Base, token: number): boolean {
  const verb = headOf(document, token);
  const label = relationOf(document, token);
  const lemma = lemmaAt(document.tokens, document.tags, verb);
  if (verb < 0 || !STRIKING.test(lemma)) return false;
  return lemma === 'die' ? isSubject(document, token) : label === 'obj' || label === 'nsubj:pass';
}
