import type { SerializedGraph } from '../model/index.ts';

/** What writers for a terminal look at; the others ignore it. */
export interface WriteOptions {
  /** Columns of the terminal; 80 where not given. */
  readonly width?: number;
  /** Whether to colour; false where not given. */
  readonly color?: boolean;
  /** The command as typed, without an output option: `extract a.txt`. Else told from the documents' sources. */
  readonly command?: string;
}

export interface Writer {
  /** Name of the format as `--format` takes it. */
  readonly format: string;
  /** File name extensions with their dot, in lower case. */
  readonly extensions: readonly string[];
  /** The whole file as text. The same graph gives the same text, in whatever order its properties, nodes and edges stand. */
  readonly write: (graph: SerializedGraph, options: WriteOptions) => string;
}
