import { SAYING_VERBS } from '../../language/index.ts';
import { codes, dependents, headOf, labelOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { ACTS } from './lexicon.ts';
import { one } from './reached.ts';
import type { Reached } from './reached.ts';
import { subjectsOf } from './subjects.ts';

const CONTENT = codes('ccomp', 'parataxis');
const COMMENT = codes('parataxis');
const CLAUSE = codes('ccomp', 'xcomp');
const ADVERB = codes('advmod');
const PHRASE = codes('obl', 'nmod', 'advcl');
const MARK = codes('case', 'mark', 'fixed');
const SUBJECT = codes('nsubj');
const JOINED = codes('conj');
const RELATIVE = codes('acl:relcl');
const WRITTEN = codes('acl');
/** Verbs of saying whose clause is the speaker's own word, besides those that open a quotation. */
const REPORTING = new Set('allege complain charge contend assert maintain post stress accuse'.split(' '));
const DENYING = new Set(['deny', 'refute', 'disavow']);
const MAX_CLIMB = 12;

const says = ({ view }: SentenceGraph, token: number): boolean =>
  view.pos(token) === 'VERB' && (SAYING_VERBS.has(view.lemma(token)) || REPORTING.has(view.lemma(token)));

/**
 * Who says the clause that a word stands in: the speaker of the quotation around it, whichever sentence names him, else the subject of the
 * verb of saying that the clause is the content of ("X said that …", "…, X said").
 */
export function speakersOf(sentence: SentenceGraph, token: number): Reached[] {
  const quoted = sentence.view.speakerOf(token);
  if (quoted >= 0) return listOf(sentence, quoted);
  for (let at = token, climbed = 0; climbed < MAX_CLIMB; climbed++) {
    if (isDisowned(sentence, at)) return [];
    const source = dependents(sentence, at, PHRASE).find((child) => isAccording(sentence, child));
    if (source !== undefined) return one(source);
    const comment = dependents(sentence, at, COMMENT).find((child) => says(sentence, child));
    const verb = comment ?? contentOf(sentence, at);
    const subject = verb < 0 ? undefined : subjectOf(sentence, verb);
    // "Ross criticised the move, arguing that …": the subject of the clause above speaks.
    const spoken =
      subject !== undefined
        ? listOf(sentence, subject)
        : verb < 0
          ? []
          : [...subjectsOf(sentence, verb), ...authorsOf(sentence, verb)];
    if (spoken.length > 0) return isDisowned(sentence, verb) ? [] : spoken;
    if (RELATIVE.has(labelOf(sentence, at))) return [];
    at = headOf(sentence, at);
    if (at < 0) return [];
  }
  return [];
}

/** "Filed a motion claiming that …", "issued a statement saying that …": whoever brings out what says it. */
function authorsOf(sentence: SentenceGraph, verb: number): Reached[] {
  const paper = headOf(sentence, verb);
  if (paper < 0 || !WRITTEN.has(labelOf(sentence, verb)) || !ACTS.has(sentence.view.lemma(paper))) return [];
  return subjectsOf(sentence, paper);
}

/** "Lyon, Oslo and Rome said": all who are joined to a speaker, whichever of them stands next to the verb. */
function listOf(sentence: SentenceGraph, speaker: number): Reached[] {
  if (speaker < sentence.firstToken || speaker >= sentence.endToken) return one(speaker);
  let first = speaker;
  for (let k = 0; k < MAX_CLIMB && JOINED.has(labelOf(sentence, first)); k++) first = headOf(sentence, first);
  if (first < 0) return one(speaker);
  const step = { method: 'coordination', token: first } as const;
  const members = [first];
  for (let token = first + 1; token < sentence.endToken && members.length < MAX_CLIMB; token++)
    if (JOINED.has(labelOf(sentence, token)) && members.includes(headOf(sentence, token)))
      members.push(token);
  return members.map((token) => ({ token, steps: token === first ? [] : [step] }));
}

/** What somebody denies or did not say is nobody's word: "denied that …", "never said that …". */
function isDisowned(sentence: SentenceGraph, clause: number): boolean {
  const { view } = sentence;
  const head = headOf(sentence, clause);
  if (head < 0 || !CLAUSE.has(labelOf(sentence, clause))) return false;
  if (DENYING.has(view.lemma(head))) return true;
  return (
    says(sentence, head) &&
    dependents(sentence, head, ADVERB).some((child) => /^(?:not|n't|n’t|never)$/u.test(view.word(child)))
  );
}

/** "According to X". */
const isAccording = (sentence: SentenceGraph, token: number): boolean =>
  dependents(sentence, token, MARK).some((child) => sentence.view.word(child) === 'according');

/** The verb of saying whose content a clause is, or -1. */
function contentOf(sentence: SentenceGraph, clause: number): number {
  const head = headOf(sentence, clause);
  return head >= 0 && CONTENT.has(labelOf(sentence, clause)) && says(sentence, head) ? head : -1;
}

/** The nearest: parsers give a verb of saying behind its clause the subject of that clause as well. */
const subjectOf = (sentence: SentenceGraph, verb: number): number | undefined =>
  dependents(sentence, verb, SUBJECT).sort((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0];
