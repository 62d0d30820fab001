import type { Article } from './article.ts';
import type { Assertion } from './assertion.ts';
import type { Entity, Mention } from './entity.ts';
import type { Span } from './span.ts';
import type { StringTable } from './strings.ts';
import type { Trees } from './tree.ts';

/** What a stretch of news text is. Relations are read from `title` and `prose` only. */
export type PassageKind =
  'title' | 'heading' | 'prose' | 'caption' | 'credit' | 'dateline' | 'boilerplate' | 'code';

export interface Passage extends Span {
  readonly kind: PassageKind;
}

/** Sentences in text order. Each lies inside one passage. Column arrays, one entry per sentence. */
export interface SentenceTable {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index of the first token, and one past the last. */
  readonly firstToken: Uint32Array;
  readonly endToken: Uint32Array;
  /** Index into the passages. */
  readonly passage: Uint32Array;
}

/** Tokens in text order, never overlapping. Column arrays, one entry per token. */
export interface TokenTable {
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index of the sentence. */
  readonly sentence: Uint32Array;
  /** String ids (see `strings`) of the form as written, and of its lower case with curly quotes made straight. */
  readonly form: Uint32Array;
  readonly lower: Uint32Array;
  /** The document's own interned strings. */
  readonly strings: StringTable;
}

/** Universal part-of-speech tags (universaldependencies.org/u/pos), in the order of their codes in `TagTable`. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Upos = (typeof UPOS)[number];

/** Tags per token. */
export interface TagTable {
  /** Index into `UPOS`. */
  readonly upos: Uint8Array;
  /** String id of the Penn Treebank tag (`VBD`, `NNP` …). */
  readonly xpos: Uint32Array;
  /** String id of the lemma. */
  readonly lemma: Uint32Array;
}

export type NameType = 'person' | 'organization' | 'location';

/** A proper name found in the text, as a range of tokens, `endToken` exclusive. */
export interface NameSpan {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: NameType;
}

/** Everything the pipeline can add to an article. A stage adds layers and never edits another stage's. */
export interface Layers {
  readonly passages: readonly Passage[];
  readonly sentences: SentenceTable;
  readonly tokens: TokenTable;
  readonly tags: TagTable;
  readonly names: readonly NameSpan[];
  readonly trees: Trees;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly assertions: readonly Assertion[];
}
export type LayerName = keyof Layers;

/** An article with the layers computed so far. `Document<'tokens' | 'tags'>` is what a stage needing both takes. */
export type Document<Known extends LayerName = LayerName> = { readonly article: Article } & Pick<
  Layers,
  Known
>;

/** One step of the pipeline: declares the layers it reads and the layers it adds. */
export interface Stage<Context, Needs extends LayerName = LayerName, Adds extends LayerName = LayerName> {
  readonly name: string;
  readonly requires: readonly Needs[];
  readonly assigns: readonly Adds[];
  readonly run: (document: Document<Needs>, context: Context) => Pick<Layers, Adds>;
}
