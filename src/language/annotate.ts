import type { NameSpan, SentenceTable, TagTable, TokenTable } from '../model/index.ts';
import { UPOS } from '../model/index.ts';
import { decodeNames } from './decode-names.ts';
import { fillIn } from './consistency.ts';
import { bitOf } from './gazetteer.ts';
import type { Language } from './language.ts';
import { NAME_LABELS, NAME_TYPES } from './name-labels.ts';
import { readDocument } from './reading.ts';
import { withoutDemonyms } from './trim-names.ts';

/** Parts of speech and lemmas of every token. */
export function findTags(language: Language, sentences: SentenceTable, tokens: TokenTable): TagTable {
  return tagTable(language, tokens, readDocument(language, sentences, tokens).tags);
}

function tagTable({ tagLabels, lemmatizer }: Language, tokens: TokenTable, labels: Uint8Array): TagTable {
  const { strings } = tokens;
  const upos = new Uint8Array(tokens.length);
  const xpos = new Uint32Array(tokens.length);
  const lemma = new Uint32Array(tokens.length);
  // By the id of a form: the label it was seen with last, and the lemma of both.
  const seenLabel = new Int16Array(strings.size).fill(-1);
  const seenLemma = new Uint32Array(strings.size);
  const xposIds = tagLabels.xpos.map((tag) => strings.intern(tag));
  for (let token = 0; token < tokens.length; token++) {
    const label = labels[token]!;
    const tag = tagLabels.upos[label]!;
    upos[token] = tag;
    xpos[token] = xposIds[label]!;
    const form = tokens.form[token]!;
    if (seenLabel[form] !== label) {
      const [text, lower] = [strings.text(form), strings.text(tokens.lower[token]!)];
      seenLabel[form] = label;
      seenLemma[form] = strings.intern(lemmatizer.lemma(text, lower, UPOS[tag]!, tagLabels.xpos[label]!));
    }
    lemma[token] = seenLemma[form]!;
  }
  return { upos, xpos, lemma };
}

/** Names of persons, organizations and places, in text order, none overlapping another. */
export function findNames(
  language: Language,
  sentences: SentenceTable,
  tokens: TokenTable,
  tags: TagTable,
): NameSpan[] {
  const { hints, names, words } = readDocument(language, sentences, tokens);
  const found: NameSpan[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const first = sentences.firstToken[sentence]!;
    const end = sentences.endToken[sentence]!;
    const scores = names.slice(first * LABELS, end * LABELS);
    for (let at = 0; at < scores.length; at += LABELS) scores[at]! -= language.outsidePenalty;
    pushNames(decodeNames(scores, end - first), first, found);
  }
  return fillIn(withoutDemonyms(found, hints), tokens, tags, (token) =>
    words.capital[token] === ALL_CAPITALS && (hints.alone[token]! & ORGANIZATIONS) !== 0
      ? 'organization'
      : undefined,
  );
}

const LABELS = NAME_LABELS.length;
const ALL_CAPITALS = 3;
/** Kinds of the gazetteer whose acronyms are organizations wherever they stand. */
const ORGANIZATIONS = (['group', 'party', 'agency', 'media'] as const).reduce(
  (bits, kind) => bits | bitOf(kind),
  0,
);

function pushNames(labels: Uint8Array, offset: number, found: NameSpan[]): void {
  let first = 0;
  for (let word = 0; word < labels.length; word++) {
    const label = labels[word]!;
    if (label === 0) continue;
    const part = (label - 1) & 3;
    if (part === 0 || part === 3) first = word;
    if (part >= 2) {
      found.push({
        firstToken: offset + first,
        endToken: offset + word + 1,
        type: NAME_TYPES[(label - 1) >> 2]!,
      });
    }
  }
}
