/** What a corpus says of a document, in one form for all corpora. Offsets are UTF-16 code units, ends exclusive. */

export interface LabelledMention {
  readonly start: number;
  readonly end: number;
  /** In the corpus's own words. */
  readonly type: string;
}

export interface LabelledRelation {
  /** In the corpus's own words. */
  readonly label: string;
  readonly source: LabelledMention;
  readonly target: LabelledMention;
  /** Annotators doubted it: neither asked for nor held against an edge. */
  readonly doubtful: boolean;
}

export interface LabelledDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly LabelledMention[];
  readonly relations: readonly LabelledRelation[];
}

/** One file of a corpus. */
export interface LabelledFile {
  readonly corpus: 're3d' | 'conll04';
  readonly file: string;
  readonly documents: readonly LabelledDocument[];
}
