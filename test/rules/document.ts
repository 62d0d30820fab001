import { StringTable, UPOS } from '../../src/model/index.ts';
import type { Article, Entity, Mention, Upos } from '../../src/model/index.ts';
import type { MatchableDocument } from '../../src/rules/view.ts';

/** Penn tags of the small words that sentences of tests are made of. */
const TAGS: Record<string, string> = Object.fromEntries(
  Object.entries({
    DT: 'the a an no this that each another',
    IN: 'of in on at by for with from near against after while',
    CC: 'and or but',
    VBZ: 'has is does says',
    VBD: 'was were had did said',
    VBP: 'have are do',
    VBN: 'been',
    MD: 'would will may might could can',
    WDT: 'which',
    WP: 'who',
    RB: 'not also jointly later repeatedly',
    TO: 'to',
    PRP: 'it they he she',
    PRP$: 'its their his her',
    POS: "'s",
  }).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag])),
);
const AUXILIARIES = new Set(
  'has is does was were had did have are do been would will may might could can'.split(' '),
);

function uposOf(tag: string, word: string): Upos {
  if (AUXILIARIES.has(word.toLowerCase())) return 'AUX';
  const byPrefix: readonly [RegExp, Upos][] = [
    [/^NNP/, 'PROPN'],
    [/^NN/, 'NOUN'],
    [/^VB/, 'VERB'],
    [/^JJ/, 'ADJ'],
    [/^RB/, 'ADV'],
    [/^(?:DT|WDT)/, 'DET'],
    [/^(?:PRP|WP)/, 'PRON'],
    [/^(?:POS|TO)/, 'PART'],
    [/^IN/, 'ADP'],
    [/^CC/, 'CCONJ'],
    [/^CD/, 'NUM'],
  ];
  return byPrefix.find(([pattern]) => pattern.test(tag))?.[1] ?? 'PUNCT';
}

const defaultTag = (word: string): string => {
  const known = TAGS[word.toLowerCase()];
  if (known) return known;
  if (/^\d/u.test(word)) return 'CD';
  if (!/[\p{L}\p{N}]/u.test(word)) return word;
  return /^\p{Lu}/u.test(word) ? 'NNP' : 'NN';
};

interface Open {
  readonly firstToken: number;
}

/**
 * A document from a bracket notation. A word is `form`, `form/TAG` or `form/TAG:lemma`; a mention is `[words|type]`, or
 * `[words|type#key]` where mentions with the same key are one entity, or `[words|type~pronoun]` for its kind. Mentions nest.
 * Each line is a sentence.
 */
export function documentOf(notation: string): MatchableDocument {
  const strings = new StringTable();
  const column = {
    start: [] as number[],
    end: [] as number[],
    sentence: [] as number[],
    form: [] as number[],
    lower: [] as number[],
  };
  const tags = { upos: [] as number[], xpos: [] as number[], lemma: [] as number[] };
  const sentences = {
    start: [] as number[],
    end: [] as number[],
    firstToken: [] as number[],
    endToken: [] as number[],
  };
  const spans: { firstToken: number; endToken: number; sentence: number; label: string }[] = [];
  let text = '';
  for (const line of notation.trim().split('\n')) {
    const sentence = sentences.start.length;
    sentences.firstToken.push(column.start.length);
    const open: Open[] = [];
    for (const piece of line.match(/\[|\|[^\]]*\]|[^\s[\]|]+/gu) ?? []) {
      if (piece === '[') open.push({ firstToken: column.start.length });
      else if (piece.startsWith('|')) {
        spans.push({ ...open.pop()!, endToken: column.start.length, sentence, label: piece.slice(1, -1) });
      } else {
        const [, form = '', tag = defaultTag(piece), lemma = form.toLowerCase()] =
          /^(.+?)(?:\/([^:]+)(?::(.+))?)?$/u.exec(piece) ?? [];
        if (text !== '') text += ' ';
        column.start.push(text.length);
        text += form;
        column.end.push(text.length);
        column.sentence.push(sentence);
        column.form.push(strings.intern(form));
        column.lower.push(strings.intern(form.toLowerCase().replace(/[‘’]/gu, "'")));
        tags.upos.push(UPOS.indexOf(uposOf(tag, form)));
        tags.xpos.push(strings.intern(tag));
        tags.lemma.push(strings.intern(lemma));
      }
    }
    sentences.start.push(column.start[sentences.firstToken.at(-1)!] ?? text.length);
    sentences.end.push(text.length);
    sentences.endToken.push(column.start.length);
  }
  const { mentions, entities } = mentionsOf(spans, column, tags.upos);
  const u32 = (values: readonly number[]): Uint32Array => Uint32Array.from(values);
  return {
    article: { id: 'test', text } as Article,
    passages: [{ start: 0, end: text.length, kind: 'prose' }],
    sentences: {
      length: sentences.start.length,
      start: u32(sentences.start),
      end: u32(sentences.end),
      firstToken: u32(sentences.firstToken),
      endToken: u32(sentences.endToken),
      passage: new Uint32Array(sentences.start.length),
    },
    tokens: {
      length: column.start.length,
      start: u32(column.start),
      end: u32(column.end),
      sentence: u32(column.sentence),
      form: u32(column.form),
      lower: u32(column.lower),
      strings,
    },
    tags: { upos: Uint8Array.from(tags.upos), xpos: u32(tags.xpos), lemma: u32(tags.lemma) },
    mentions,
    entities,
  };
}

function mentionsOf(
  spans: readonly { firstToken: number; endToken: number; sentence: number; label: string }[],
  column: { start: readonly number[]; end: readonly number[] },
  upos: readonly number[],
): { mentions: Mention[]; entities: Entity[] } {
  const entities: (Entity & { mentions: number[] })[] = [];
  const byKey = new Map<string, number>();
  const sorted = [...spans].sort((a, b) => a.firstToken - b.firstToken || b.endToken - a.endToken);
  const mentions = sorted.map(({ firstToken, endToken, sentence, label }, index): Mention => {
    const [, type = '', key = `${firstToken}-${endToken}`, kind = 'name'] =
      /^([^#~]+)(?:#([^~]+))?(?:~(.+))?$/u.exec(label) ?? [];
    let entity = type === 'none' ? null : (byKey.get(key) ?? null);
    if (entity === null && type !== 'none') {
      entity = entities.push({ type, name: key, aliases: [], mentions: [], named: true }) - 1;
      byKey.set(key, entity);
    }
    if (entity !== null) entities[entity]!.mentions.push(index);
    let head = firstToken;
    for (let token = firstToken; token < endToken && UPOS[upos[token]!] !== 'ADP'; token++) head = token;
    return {
      start: column.start[firstToken]!,
      end: column.end[endToken - 1]!,
      firstToken,
      endToken,
      head,
      sentence,
      kind: kind as Mention['kind'],
      entity,
      resolvedBy: null,
    };
  });
  return { mentions, entities };
}

/** The words of a mention. */
export const wordsOf = (document: MatchableDocument, mention: number): string => {
  const { start, end } = document.mentions[mention]!;
  return document.article.text.slice(start, end);
};
