import { readFileSync } from 'node:fs';
import { emptySpans, tokenize } from '../../src/language/tokenize.ts';
import type { NerSentence, TreebankSentence } from './conllu.ts';

export type EntityType = 'person' | 'organization' | 'location';
export interface Entity {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly type: EntityType;
}
export interface EntitySentence {
  readonly document: string;
  readonly form: readonly string[];
  readonly entities: readonly Entity[];
}

const TYPES: Readonly<Record<string, EntityType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'location',
  person: 'person',
  organization: 'organization',
  place: 'location',
};

/** Spans of IOB1 or IOB2 labels; types outside the scheme are left out. */
export function entitiesOf(labels: readonly string[]): Entity[] {
  const entities: Entity[] = [];
  let open: { first: number; tag: string } | undefined;
  labels.forEach((label, word) => {
    const part = label[0];
    const tag = label.slice(2);
    if (open && (part !== 'I' || tag !== open.tag)) {
      close(entities, open, word);
      open = undefined;
    }
    if (part === 'B' || (part === 'I' && !open)) open = { first: word, tag };
  });
  if (open) close(entities, open, labels.length);
  return entities;
}

function close(entities: Entity[], open: { first: number; tag: string }, end: number): void {
  const type = TYPES[open.tag];
  if (type) entities.push({ first: open.first, end, type });
}

export const fromIob = (sentences: readonly NerSentence[]): EntitySentence[] =>
  sentences.map(({ document, form, label }) => ({ document, form, entities: entitiesOf(label) }));

interface Conll04Sentence {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly entities: readonly { start: number; end: number; type: string }[];
}

/** Sentences of CoNLL04 (Roth & Yih 2004) as JSON lines; each is a document of its own. */
export function readConll04(path: string): EntitySentence[] {
  const types: Readonly<Record<string, EntityType>> = {
    Peop: 'person',
    Org: 'organization',
    Loc: 'location',
  };
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const { id, tokens, entities } = JSON.parse(line) as Conll04Sentence;
    return {
      document: id,
      form: tokens,
      entities: entities.flatMap(({ start, end, type }) =>
        types[type] ? [{ first: start, end, type: types[type] }] : [],
      ),
    };
  });
}

/** Splits the words as our tokenizer would, so that models are trained on the tokens they will meet. */
export function retokenized(sentences: readonly EntitySentence[]): EntitySentence[] {
  return sentences.map(({ document, form, entities }) => {
    const parts: string[] = [];
    const startOf: number[] = [];
    for (const word of form) {
      startOf.push(parts.length);
      const spans = emptySpans(4);
      tokenize(word, 0, word.length, spans);
      for (let i = 0; i < spans.length; i++) parts.push(word.slice(spans.start[i], spans.end[i]));
    }
    startOf.push(parts.length);
    return {
      document,
      form: parts,
      entities: entities.map(({ first, end, type }) => ({
        first: startOf[first]!,
        end: startOf[end]!,
        type,
      })),
    };
  });
}

/**
 * Proper names of persons, organizations and places among GUM's mentions (which are whole noun phrases, nested): the
 * mention's head is a proper noun, and the name is the run of proper nouns around it, "of" and the like within.
 */
export function fromGum(sentences: readonly TreebankSentence[]): EntitySentence[] {
  return sentences.map((sentence) => {
    const named: Entity[] = [];
    for (const mention of mentionsOf(sentence)) {
      const type = TYPES[mention.type];
      if (!type) continue;
      const entity = nameWithin(sentence, mention, type);
      if (entity) named.push(entity);
    }
    named.sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first);
    const kept: Entity[] = [];
    for (const one of named) {
      if (!kept.some((other) => one.first < other.end && other.first < one.end)) kept.push(one);
    }
    return {
      document: sentence.document,
      form: sentence.form,
      entities: kept.sort((a, b) => a.first - b.first),
    };
  });
}

interface GumMention {
  readonly first: number;
  end: number;
  readonly type: string;
  /** Words of the head, counted from 1 within the mention. */
  readonly heads: readonly number[];
}

function mentionsOf(sentence: TreebankSentence): GumMention[] {
  const done: GumMention[] = [];
  const open: { id: string; mention: GumMention }[] = [];
  sentence.misc.forEach((misc, word) => {
    const field = misc.split('|').find((part) => part.startsWith('Entity='));
    if (!field) return;
    for (const [, opening, closing] of field.slice(7).matchAll(/\(([^()]+\)?)|([^()]+)\)/g)) {
      if (opening !== undefined) {
        const fields = opening.replace(/\)$/, '').split('-');
        const heads = (fields[5] ?? '1').split(',').map(Number);
        const mention: GumMention = { first: word, end: word + 1, type: fields[1] ?? '', heads };
        if (opening.endsWith(')')) done.push(mention);
        else open.push({ id: fields[0]!, mention });
      } else if (closing !== undefined) {
        const at = open.findLastIndex(({ id }) => id === closing);
        if (at < 0) continue;
        const [{ mention }] = open.splice(at, 1) as [{ id: string; mention: GumMention }];
        mention.end = word + 1;
        done.push(mention);
      }
    }
  });
  return done;
}

const TITLES = new Set(
  `mr. mrs. ms. dr. prof. mr mrs ms miss dr prof professor president vice prime minister senator sen. rep. governor gov. mayor
   general gen. major-general colonel col. captain capt. lt. sgt. major justice judge king queen prince princess lord lady sir
   saint pope cardinal bishop archbishop reverend rev. sheikh imam ayatollah chancellor secretary ambassador mullah emperor
   empress director chairman chairwoman protector fellow command commander chief earl duke count baron`.split(
    /\s+/,
  ),
);

function nameWithin(sentence: TreebankSentence, mention: GumMention, type: EntityType): Entity | undefined {
  const heads = mention.heads.map((head) => mention.first + head - 1).filter((word) => word < mention.end);
  const proper = heads.filter((word) => sentence.upos[word] === 'PROPN');
  if (proper.length === 0) return undefined;
  if (type === 'person' && heads.length === 1 && sentence.xpos[heads[0]!] === 'NNPS') return undefined;
  const isName = (word: number): boolean =>
    sentence.upos[word] === 'PROPN' || (sentence.upos[word] === 'NUM' && word > mention.first);
  const joins = (word: number): boolean => /^(?:of|and|the|for|de|la|&|-|'s|’s)$/i.test(sentence.form[word]!);
  const capital = (word: number): boolean => /^\p{Lu}/u.test(sentence.form[word]!);
  let first = proper[0]!;
  let end = first + 1;
  // "United" of "United States" is an adjective, and one of the mention's heads.
  while (type !== 'person' && heads.includes(first - 1) && capital(first - 1)) first--;
  while (first > mention.first) {
    if (isName(first - 1) || (type !== 'person' && capital(first - 1) && sentence.upos[first - 1] === 'ADJ'))
      first--;
    else if (first - 2 >= mention.first && /^[-–&]$/.test(sentence.form[first - 1]!) && isName(first - 2))
      first -= 2;
    else break;
  }
  while (end < mention.end) {
    const comma = type === 'organization' && /^,$/.test(sentence.form[end]!);
    if (isName(end) || (type !== 'person' && capital(end) && /^(?:ADJ|NOUN)$/.test(sentence.upos[end]!)))
      end++;
    else if (comma && /^(?:Inc|Ltd|LLC|Co|Corp)\.?$/.test(sentence.form[end + 1] ?? '')) end += 2;
    else if (end + 1 < mention.end && joins(end) && (isName(end + 1) || capital(end + 1))) {
      if (type === 'person' && !/^[-]$|^de$/i.test(sentence.form[end]!)) break;
      end += 2;
    } else if (end + 2 < mention.end && joins(end) && joins(end + 1) && isName(end + 2)) end += 3;
    else break;
  }
  if (type === 'person') while (first < end - 1 && TITLES.has(sentence.form[first]!.toLowerCase())) first++;
  if (type === 'person' && TITLES.has(sentence.form[first]!.toLowerCase())) return undefined;
  return { first, end, type };
}
