import type { Meter } from '../meter.ts';
import type { Reading } from '../reading.ts';
import type { DocumentView } from '../view.ts';
import type { TokenTrace } from './trace.ts';

/** What one rule asks of arguments beyond its pattern. */
export interface ArgumentTypes {
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
  /** Step methods the rule turns off. */
  readonly without: ReadonlySet<string>;
}

export interface MatchContext {
  readonly view: DocumentView;
  readonly readings: (token: number) => readonly Reading[];
  readonly types: ArgumentTypes;
  /** Counts instructions run. */
  readonly meter: Meter;
  /** Told where threads end without a match; for `explain` alone. */
  readonly trace?: TokenTrace | undefined;
}

export interface ProgramMatch {
  readonly firstToken: number;
  /** One past the last token. */
  readonly endToken: number;
  readonly source: Reading | null;
  readonly target: Reading | null;
  /** Token indices in text order. */
  readonly trigger: readonly number[];
}

/** What a thread has read so far. */
export interface Captured {
  readonly firstToken: number;
  readonly source: Reading | null;
  readonly target: Reading | null;
}
