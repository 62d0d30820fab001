import { SAYS, SPEAKS } from '../language/index.ts';
import { afterParenthesis } from './coordination.ts';
import { TIME_WORDS, isLeadIn, isPossessive } from './phrase.ts';
import type { StepMethod } from './reading.ts';
import type { DocumentView } from './view.ts';

/** Something that follows an argument and is read over. */
export interface Trail {
  readonly method: StepMethod;
  readonly endToken: number;
  /** A relative pronoun now stands for the argument. */
  readonly relative: boolean;
  /** Nothing more can follow: the verb comes next. */
  readonly closed: boolean;
}

const MAX_INSERTION = 25;
const MAX_PREDICATE = 25;
const MAX_PHRASE = 8;
const COMMAS = new Set([',', '-', '–', '—', '--']);
const RELATIVES = new Set(['which', 'who', 'that', 'whom']);
const PHRASE_PREPOSITIONS = new Set(
  'of in on at from near for with inside outside across under against between among amid during since after before around along'.split(
    ' ',
  ),
);
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/u;
const FINITE_AUXILIARIES = new Set(
  "is are was were am has have had do does did will would can could may might must shall should 's 're".split(
    ' ',
  ),
);
const WH_WORDS = new Set('which who whom whose where when what how why'.split(' '));
const PARTICIPLE = /^VB[NG]$/u;
const NAMING = new Set(['known', 'called', 'named', 'dubbed', 'nicknamed']);
const TIME_NOUNS = new Set(
  'week weekend month year day night morning afternoon evening summer winter spring autumn decade'.split(' '),
);

const isFinite = (view: DocumentView, token: number): boolean =>
  FINITE.test(view.tag(token)) || (view.pos(token) === 'AUX' && FINITE_AUXILIARIES.has(view.word(token)));

const isWh = (view: DocumentView, token: number): boolean => WH_WORDS.has(view.word(token));

/** What can follow an argument that ends before `token`. Bounded, so that the readings of a sentence stay few. */
export function trailsAt(view: DocumentView, token: number, end: number, mention: number): readonly Trail[] {
  if (token >= end) return [];
  return [
    ...appositionEnd(view, token, mention),
    ...parenthesis(view, token, end),
    ...time(view, token, end),
    ...prepositionalPhrase(view, token, end),
    ...relativeLink(view, token, end, mention),
    ...participleLink(view, token, end),
    ...insertions(view, token, end),
    ...sharedSubject(view, token, end, isReported(view, mention)),
  ];
}

const trail = (method: StepMethod, endToken: number, more: Partial<Trail> = {}): Trail => ({
  method,
  endToken,
  relative: false,
  closed: false,
  ...more,
});

function parenthesis(view: DocumentView, token: number, end: number): Trail[] {
  const after = afterParenthesis(view, token, end);
  return after > token ? [trail('parenthesis', after)] : [];
}

/** "The group, the Red Front, …" and "…, known as the Red Front, …": the name given in the apposition is the argument. */
function appositionEnd(view: DocumentView, token: number, mention: number): Trail[] {
  if (view.word(token) !== ',') return [];
  const { mentions, entities } = view.document;
  const { firstToken, entity, sentence } = mentions[mention]!;
  const start = view.document.sentences.firstToken[sentence]!;
  let before = firstToken - 1;
  while (before > start && isLeadIn(view, before, false) && view.word(before) !== ',') before--;
  if (before <= start) return [];
  const naming =
    NAMING.has(view.word(before)) || (view.word(before) === 'as' && NAMING.has(view.word(before - 1)));
  // "in Lyon, France, …" is a place and the larger place, not two names of one thing.
  const place = entities[entity!]!.type === 'location';
  return naming || (view.word(before) === ',' && !place) ? [trail('apposition', token + 1)] : [];
}

/** "on Tuesday", "last year", "earlier this week". */
function time(view: DocumentView, token: number, end: number): Trail[] {
  let at = token;
  if (view.word(at) === 'on' || view.word(at) === 'in' || view.word(at) === 'earlier') at++;
  if (at < end && TIME_WORDS.has(view.word(at))) return [trail('time', at + 1)];
  const pointer = at < end - 1 && ['last', 'this', 'next', 'a', 'earlier'].includes(view.word(at));
  if (!pointer || !TIME_NOUNS.has(view.word(at + 1))) return [];
  const ago = at + 2 < end && ['ago', 'earlier'].includes(view.word(at + 2));
  return [trail('time', at + (ago ? 3 : 2))];
}

/** A preposition and the noun phrase after it: "in Afghanistan", "of the northern province". */
function prepositionalPhrase(view: DocumentView, token: number, end: number): Trail[] {
  if (!PHRASE_PREPOSITIONS.has(view.word(token))) return [];
  const trails: Trail[] = [];
  for (let at = token + 1; at < end && at <= token + MAX_PHRASE; at++) {
    const pos = view.pos(at);
    const possessive = isPossessive(view, at);
    if (!possessive && !['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'].includes(pos)) break;
    const nextPos = at + 1 < end ? view.pos(at + 1) : 'PUNCT';
    const goesOn = nextPos === 'NOUN' || nextPos === 'PROPN' || (at + 1 < end && view.word(at + 1) === "'s");
    if (['NOUN', 'PROPN', 'NUM'].includes(pos) && !goesOn) trails.push(trail('prepositional-phrase', at + 1));
  }
  return trails;
}

/** "X, which …" and "X that …": the verb of the clause is a verb of X. */
function relativeLink(view: DocumentView, token: number, end: number, mention: number): Trail[] {
  const { mentions, entities } = view.document;
  const at = COMMAS.has(view.word(token)) ? token + 1 : token;
  // Nobody is "which", and no body "who": in "Ada Holm, the head of the Front, which …" it means the Front, in "…, a Democrat who …" her.
  const { entity, kind } = mentions[mention]!;
  const { type } = entities[entity!]!;
  const other = type === 'person' ? 'which' : type === 'organization' && kind === 'name' ? 'who' : null;
  const found = at < end && RELATIVES.has(view.word(at)) && view.word(at) !== other;
  return found ? [trail('relative-clause', at + 1, { relative: true })] : [];
}

/** "X, claiming …" and "X, accused by …". */
function participleLink(view: DocumentView, token: number, end: number): Trail[] {
  if (view.word(token) !== ',') return [];
  let at = token + 1;
  while (at < end && view.pos(at) === 'ADV') at++;
  return at < end && isParticiple(view, at, end)
    ? [trail('participle-clause', token + 1, { closed: true })]
    : [];
}

/** A participle, also where a tagger took it for the past tense: "known as", "claimed by". */
const isParticiple = (view: DocumentView, token: number, end: number): boolean =>
  PARTICIPLE.test(view.tag(token)) ||
  NAMING.has(view.word(token)) ||
  (view.tag(token) === 'VBD' && token + 1 < end && view.word(token + 1) === 'by');

/** What stands between two commas or dashes: an apposition, a relative clause, a participle clause. */
function insertions(view: DocumentView, token: number, end: number): Trail[] {
  const comma = view.word(token);
  if (!COMMAS.has(comma) || token + 2 >= end) return [];
  const method = insertionMethod(view, token + 1, end);
  if (!method) return [];
  const trails: Trail[] = [];
  let finite = 0;
  let relative = method === 'relative-clause';
  for (let at = token + 1; at < end && at <= token + MAX_INSERTION; at++) {
    const word = view.word(at);
    if (word === ';' || word === ':') break;
    if (RELATIVES.has(word) || isWh(view, at)) relative = true;
    if (isFinite(view, at) && !isParticiple(view, at, end)) finite++;
    if (word === comma && at > token + 1 && (relative || finite === 0 || isSpeech(view, token + 1, at)))
      trails.push(trail(method, at + 1));
  }
  return trails;
}

const SPEECH = new Set('say add note tell report state argue claim warn announce'.split(' '));

/** "he said", "the ministry said on Monday": an insertion that names the speaker. */
const isSpeech = (view: DocumentView, first: number, end: number): boolean => {
  if (end - first > 7) return false;
  for (let at = first; at < end; at++) if (isFinite(view, at)) return SPEECH.has(view.lemma(at));
  return false;
};

function insertionMethod(view: DocumentView, token: number, end: number): StepMethod | null {
  if (isWh(view, token) || view.word(token) === 'that') return 'relative-clause';
  if (NAMING.has(view.word(token))) return 'apposition';
  if (isParticiple(view, token, end)) return 'participle-clause';
  if (view.pos(token) === 'ADP')
    return RELATIVES.has(view.word(token)) ? 'relative-clause' : 'prepositional-phrase';
  if (['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV', 'PRON'].includes(view.pos(token))) return 'apposition';
  return null;
}

/** "X was formed in 2015 and operates …": a second verb of the same subject, with no subject of its own in between. */
function sharedSubject(view: DocumentView, token: number, end: number, reported: boolean): Trail[] {
  let at = token;
  while (at < end && view.pos(at) === 'ADV' && !isWh(view, at)) at++;
  if (at >= end || !(isFinite(view, at) || view.pos(at) === 'AUX')) return [];
  const trails: Trail[] = [];
  let inGroup = true;
  for (; at < end && at < token + MAX_PREDICATE; at++) {
    const pos = view.pos(at);
    if (view.pos(at) === 'CCONJ' && at + 1 < end && ['and', 'but', 'or'].includes(view.word(at))) {
      if (!startsPredicate(view, at + 1, end)) continue;
      // Who said the one thing says the other: "denied that RF attacked Lyon and accused Oslo".
      if (reported && SPEAKS.test(view.word(at + 1))) break;
      trails.push(trail('shared-subject', at + 1, { closed: true }));
      inGroup = true;
      continue;
    }
    if (
      pos === 'SCONJ' ||
      /^W/u.test(view.tag(at)) ||
      [';', ':', '"', '“', '”', 'that'].includes(view.word(at))
    )
      break;
    const verb = pos === 'VERB' || pos === 'AUX' || pos === 'ADV' || pos === 'PART';
    if (!verb) inGroup = false;
    else if (!inGroup && isFinite(view, at)) break;
  }
  return trails;
}

/** Whether a mention is the subject of what somebody says: "denied that its [fighters]", "said the [Front]". */
function isReported(view: DocumentView, mention: number): boolean {
  const { firstToken, sentence } = view.document.mentions[mention]!;
  const start = view.document.sentences.firstToken[sentence]!;
  let at = firstToken - 1;
  while (at > start && at > firstToken - 5 && (isLeadIn(view, at, false) || view.word(at) === 'that')) at--;
  return at >= start && SAYS.test(view.word(at));
}

function startsPredicate(view: DocumentView, token: number, end: number): boolean {
  let at = token;
  while (at < end && view.pos(at) === 'ADV' && at < token + 3) at++;
  return at < end && (isFinite(view, at) || view.pos(at) === 'AUX' || view.tag(at) === 'VBN');
}
