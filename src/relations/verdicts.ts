import { lemmaAt, lowerAt, uposAt, xposAt } from '../model/index.ts';
import type { Document } from '../model/index.ts';
import { DISMISSING, DOUBTFUL_NOUNS, NEGATORS, UNTRUE } from './cues.ts';

type Needs = Document<'sentences' | 'tokens' | 'tags'>;

/** What a sentence makes of the clause behind "that": false, open, or nothing said. */
export type Verdict = 'false' | 'open' | null;

/** Nouns that call what follows them untrue: "the lie that …", "it is a myth that …". */
const FALSEHOODS = new Set(
  'lie myth fiction falsehood untruth hoax fabrication misconception fallacy fantasy delusion illusion nonsense propaganda'.split(
    ' ',
  ),
);
/** Nouns that leave open what follows them when there is none of it: "no evidence that …". */
const EVIDENCE = new Set(
  'evidence proof sign indication reason ground confirmation information basis suggestion record trace hint word case link'.split(
    ' ',
  ),
);
const TELLERS = /^(?:who|that|those|anyone|anybody|everyone|people|critics)$/u;
const TELLS = new Set(
  'say claim believe think argue suggest allege maintain assert insist charge imagine state report tell write'.split(
    ' ',
  ),
);
const MISTAKEN = new Set('mistaken lying misguided misinformed deluded misled confused ignorant'.split(' '));
const FALSELY =
  /^(?:falsely|wrongly|wrongfully|mistakenly|erroneously|incorrectly|untruthfully|inaccurately)$/u;
/** "proved untrue", "called it baseless". */
const VERDICTS = new Set(
  'be prove turn call describe denounce brand label dismiss reject condemn deem consider term slam'.split(
    ' ',
  ),
);
const REACH = 12;
/** What begins another clause than the one that is told. */
const STOP = /^(?:[.;:“”"?!]|and|but|which|when|after|before|because|while|until|where)$/u;
const BREAK = /^(?:[.;:?!]|but)$/u;

/**
 * What a sentence says of the content of a report that a trigger stands in: "dismissed as false a claim that …", "reports that … proved
 * untrue", "those who say that … are wrong", "there is no evidence that …", "wrongly reported that …". Read from the words, since long
 * subjects and clauses of nouns are where trees err.
 */
export function verdictOn(
  document: Needs,
  sentence: number,
  trigger: { first: number; end: number },
): Verdict {
  const { tokens, tags, sentences } = document;
  const first = sentences.firstToken[sentence] ?? 0;
  const end = sentences.endToken[sentence] ?? 0;
  const lower = (i: number): string => (i >= first && i < end ? lowerAt(tokens, i) : '');
  const lemma = (i: number): string => (i >= first && i < end ? lemmaAt(tokens, tags, i).toLowerCase() : '');
  const opening = openingOf();
  if (!opening) return null;
  const { at, kind } = opening;
  if (kind === 'false') return isDenied(at) ? 'open' : 'false';
  if (kind === 'none') return 'open';
  const before = verdictBefore(at);
  return before ?? verdictBehind() ?? (kind === 'doubtful' ? 'open' : null);

  /** The word whose content the trigger is: the nearest noun or verb of telling before it, no other clause between. */
  function openingOf(): { at: number; kind: 'false' | 'none' | 'doubtful' | 'told' } | null {
    for (let i = trigger.first - 1; i >= Math.max(first, trigger.first - REACH); i--) {
      if (STOP.test(lower(i))) return null;
      const noun = uposAt(tags, i) === 'NOUN' || /^(?:NN|VBZ)/u.test(lower(i));
      // "A report that accused Oslo": there the report is what does it.
      const that = lower(i + 1) === 'by' ? behindAuthor(i + 1) : i + 1;
      const opens = lower(that) === 'that' && that < trigger.first && !isFinite(that + 1);
      if (FALSELY.test(lower(i)) && (TELLS.has(lemma(i + 1)) || TELLS.has(lemma(i - 1))))
        return { at: i, kind: 'false' };
      if (opens && FALSEHOODS.has(lemma(i))) return { at: i, kind: 'false' };
      if (opens && EVIDENCE.has(lemma(i)) && hasNo(i)) return { at: i, kind: 'none' };
      if (opens && UNTRUE.has(lemma(i))) return { at: i, kind: 'false' };
      if (opens && DOUBTFUL_NOUNS.has(lemma(i)) && (noun || i === first)) return { at: i, kind: 'doubtful' };
      // "It is wrong to say (that) …", "those who claim (that) …".
      if (TELLS.has(lemma(i)) && uposAt(tags, i) === 'VERB') {
        if (lower(i - 1) === 'to' && UNTRUE.has(lemma(i - 2))) return { at: i - 2, kind: 'false' };
        if (TELLERS.test(lower(i - 1))) return { at: i, kind: 'told' };
      }
    }
    return null;
  }
  /** "A claim by the Abu Hafs Brigades that …": the token behind the phrase. */
  function behindAuthor(by: number): number {
    let i = by + 1;
    while (i < by + 8 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, i)) && lower(i) !== 'that') i++;
    return i;
  }
  function isFinite(token: number): boolean {
    return /^(?:VB[ZDP]|MD)$/u.test(xposAt(tokens, tags, token));
  }
  function hasNo(noun: number): boolean {
    for (let i = noun - 1; i >= Math.max(first, noun - 4); i--) {
      if (/^(?:no|little|n't|not|any|without)$/u.test(lower(i))) return true;
      if (!/^(?:ADJ|ADV|DET|ADP)$/u.test(uposAt(tags, i))) return false;
    }
    return false;
  }
  /** "dismissed (as false) a claim", "denied any suggestion", "contrary to reports", "no truth in claims". */
  function verdictBefore(noun: number): Verdict {
    for (let i = noun - 1; i >= Math.max(first, noun - 7); i--) {
      if (BREAK.test(lower(i)) || lower(i) === ',') return null;
      if (DISMISSING.has(lemma(i)) && uposAt(tags, i) === 'VERB') return isDenied(i) ? 'open' : 'false';
      if (lower(i) === 'truth' && hasNo(i)) return 'false';
      if (lower(i) === 'contrary' && lower(i + 1) === 'to') return 'false';
      if (uposAt(tags, i) === 'VERB' && !VERDICTS.has(lemma(i))) return null;
    }
    return null;
  }
  /** "… are wrong", "… proved to be baseless", "… was dismissed by the ministry", "called the report that … a lie". */
  function verdictBehind(): Verdict {
    for (let i = trigger.end; i < end; i++) {
      if (BREAK.test(lower(i))) return null;
      const judged = UNTRUE.has(lemma(i)) || MISTAKEN.has(lower(i)) || FALSEHOODS.has(lemma(i));
      // "Untrue" before a noun is that noun's: "a false passport".
      if (judged && uposAt(tags, i + 1) !== 'NOUN' && isJudgement(i)) return isDenied(i) ? 'open' : 'false';
      const turned = DISMISSING.has(lemma(i)) && /^(?:was|were|been|be|is|are)$/u.test(beforeAdverbs(i));
      if (turned) return isDenied(i) ? 'open' : 'false';
    }
    return null;
  }
  /** Whether a copula or a verb of judging governs a word of judgement. */
  function isJudgement(word: number): boolean {
    for (let i = word - 1; i >= Math.max(opening!.at - 6, word - 6); i--) {
      if (VERDICTS.has(lemma(i)) || /^['’]s$/u.test(lower(i))) return true;
      if (!/^(?:ADV|DET|PART|ADP|AUX|ADJ|PUNCT)$/u.test(uposAt(tags, i))) break;
    }
    for (let i = opening!.at - 1; i >= Math.max(first, opening!.at - 4); i--)
      if (/^(?:call|describe|brand|label|denounce|dismiss|reject|term)$/u.test(lemma(i))) return true;
    return false;
  }
  function beforeAdverbs(token: number): string {
    let i = token - 1;
    while (i > trigger.end && uposAt(tags, i) === 'ADV') i--;
    return lower(i);
  }
  function isDenied(token: number): boolean {
    return [1, 2, 3].some((back) => NEGATORS.has(lower(token - back)));
  }
}
