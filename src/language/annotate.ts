import type { NameSpan, SentenceTable, TagTable, TokenTable } from '../model/index.ts';
import { UPOS } from '../model/index.ts';
import { sumContexts } from './context.ts';
import { decodeNames } from './decode-names.ts';
import type { FormFeatures } from './forms.ts';
import { fillIn } from './consistency.ts';
import { bitOf, matchNames } from './gazetteer.ts';
import type { Language } from './language.ts';
import { capitalRuns, evidenceOf, gatherEvidence, NAME_TYPES, nameKeys } from './name-features.ts';
import { readDocument } from './reading.ts';

/** Parts of speech and lemmas of every token. */
export function findTags(language: Language, sentences: SentenceTable, tokens: TokenTable): TagTable {
  return tagTable(language, tokens, readDocument(language.reader, sentences, tokens).tags);
}

/** The forms of a sentence's tokens. */
function formsOf(sentences: SentenceTable, tokens: TokenTable, sentence: number): string[] {
  const forms: string[] = [];
  for (let token = sentences.firstToken[sentence]!; token < sentences.endToken[sentence]!; token++) {
    forms.push(tokens.strings.text(tokens.form[token]!));
  }
  return forms;
}

const featuresOf = ({ cache }: Language, numbers: readonly number[]): FormFeatures[] =>
  numbers.map((number) => cache.features[number]!);

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
  const { cache, gazetteer, nameModel, outsidePenalty, reader, readerWeight, transitions } = language;
  const reading = readDocument(reader, sentences, tokens);
  const labelOf = tagLabelOf(language, tokens);
  cache.trim();
  const read = Array.from({ length: sentences.length }, (_, sentence) => {
    const first = sentences.firstToken[sentence]!;
    const caseless = reading.caseless[sentence] === 1;
    const numbers = formsOf(sentences, tokens, sentence).map((form) => cache.find(form, caseless));
    const features = featuresOf(language, numbers);
    const words = features.map((one) => one.lower);
    const matches = matchNames(gazetteer, words, words.length, (word) => features[word]!.capital >= 2);
    return { first, numbers, features, matches };
  });
  const evidence = gatherEvidence(read);
  const edge = cache.features[cache.edge]!;
  const found: NameSpan[] = [];
  const keys: number[] = [];
  for (const { first, numbers, features, matches } of read) {
    const length = features.length;
    const tagsHere = Uint8Array.from({ length }, (_, word) =>
      labelOf(tags.upos[first + word]!, tags.xpos[first + word]!),
    );
    const sentence = { features, matches, tags: tagsHere, evidence: evidenceOf(features, evidence) };
    const scores = new Float32Array(length * nameModel.labels);
    sumContexts(numbers, length, cache.edge, cache.scores[0]!, nameModel.labels, scores);
    for (let i = 0; i < scores.length; i++) {
      scores[i]! += readerWeight * reading.names[first * nameModel.labels + i]!;
    }
    const runs = capitalRuns(features);
    for (let word = 0; word < length; word++) {
      scores[word * nameModel.labels]! -= outsidePenalty;
      keys.length = 0;
      nameKeys(sentence, word, edge, runs, keys);
      for (const key of keys) nameModel.add(key, scores, word * nameModel.labels);
    }
    pushNames(decodeNames(scores, length, transitions), first, found);
  }
  return fillIn(found, tokens, tags, (token) => {
    const { first, features, matches } = read[tokens.sentence[token]!]!;
    const word = token - first;
    return features[word]!.capital === ALL_CAPITALS && (matches.alone[word]! & ORGANIZATIONS) !== 0
      ? 'organization'
      : undefined;
  });
}

const ALL_CAPITALS = 3;
/** Kinds of the gazetteer whose acronyms are organizations wherever they stand. */
const ORGANIZATIONS = (['group', 'party', 'agency', 'media'] as const).reduce(
  (bits, kind) => bits | bitOf(kind),
  0,
);

/** The tagger's label for a pair of tags, which need not come from the tagger. */
function tagLabelOf({ tagLabels }: Language, tokens: TokenTable): (upos: number, xpos: number) => number {
  const known = new Map<number, number>();
  for (let label = 0; label < tagLabels.length; label++) {
    known.set(tokens.strings.intern(tagLabels.xpos[label]!) * 32 + tagLabels.upos[label]!, label);
  }
  return (upos, xpos) => known.get(xpos * 32 + upos) ?? 255;
}

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
