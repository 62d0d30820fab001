import { UserError } from '../model/index.ts';
import type { Document, Location } from '../model/index.ts';
import { placeOf } from './place.ts';

/**
 * Steps that one rule may take in one sentence; the built-in rules take a few thousand at most. Counted, not timed, so that the same rules give
 * the same edges on every machine. The cost of a pattern is bounded by itself (its instructions, the words of the sentence, the pairs
 * of mentions in it), but that bound can be minutes.
 */
export const MAX_STEPS = 500_000;

/** Counts the steps of one rule in one sentence. */
export interface Meter {
  steps: number;
}

/** Whether a rule has taken all its steps: it gives nothing from the sentence. */
export const isSpent = ({ steps }: Meter): boolean => steps > MAX_STEPS;

/** A rule of any kind. */
interface Metered {
  readonly id: string;
  readonly at: Location;
}

/** A rule that took all its steps in a sentence, by its index. */
export interface Stall {
  readonly rule: Metered;
  readonly sentence: number;
}
export type OnStall = (stall: Stall) => void;

/** The meters of one sentence. */
export interface Meters {
  /** The meter of a rule; a new one where it has none yet. */
  readonly of: (rule: Metered) => Meter;
  readonly isSpent: (rule: Metered) => boolean;
  /** Rules that took all their steps. */
  readonly spent: () => readonly Metered[];
  /** Steps of all rules. */
  readonly steps: () => number;
}

export function newMeters(): Meters {
  const meters = new Map<Metered, Meter>();
  return {
    of: (rule) => {
      let meter = meters.get(rule);
      if (!meter) meters.set(rule, (meter = { steps: 0 }));
      return meter;
    },
    isSpent: (rule) => isSpent(meters.get(rule) ?? { steps: 0 }),
    spent: () => [...meters].filter(([, meter]) => isSpent(meter)).map(([rule]) => rule),
    steps: () => {
      let sum = 0;
      for (const { steps } of meters.values()) sum += steps;
      return sum;
    },
  };
}

/** What a user is told of a stall: at the sentence, with the rule and its place. */
export function stallWarning(
  { article, sentences }: Document<'sentences'>,
  { rule, sentence }: Stall,
): UserError {
  const before = article.text.slice(0, sentences.start[sentence]).split(/\r\n|[\r\n]/u);
  const at = { file: article.source, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return new UserError(
    `rule ${rule.id} (${placeOf(rule.at)}) takes more than ${MAX_STEPS} steps in this sentence, so it gives nothing from it`,
    { at, hint: 'bound its repeats and gaps more narrowly, or make its paths shorter' },
  );
}
