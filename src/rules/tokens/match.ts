import { isSpokenFor } from '../heads.ts';
import { isOpen } from '../phrase.ts';
import { isTurnedOff } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { DocumentView } from '../view.ts';
import type { Instruction, Program } from './compile.ts';
import type { Constraint, MentionNode } from './syntax.ts';
import type { MisfitReason, StopReason, TokenStop, TokenTrace } from './trace.ts';

/** Trigger tokens in reverse order, shared between threads. */
interface TriggerTokens {
  readonly token: number;
  readonly before: TriggerTokens | null;
}

interface Thread {
  readonly at: number;
  readonly firstToken: number;
  readonly source: Reading | null;
  readonly target: Reading | null;
  readonly trigger: TriggerTokens | null;
  /** The last thing consumed was an argument that goes on after its mention ("Hamas" in "Hamas's leader"). */
  readonly open: boolean;
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
  /** Counts instructions run: the measure of cost. */
  readonly counter: { steps: number };
  /** Told where threads end without a match; for `explain` alone. */
  readonly trace?: TokenTrace | undefined;
}

function holds(
  { field, values, expressions, negated }: Constraint,
  view: DocumentView,
  token: number,
): boolean {
  const text = view[field](token);
  const found = values.has(text) || (expressions?.some((expression) => expression.matches(text)) ?? false);
  return found !== negated;
}

/** The first condition that a token does not meet. */
const failing = (
  constraints: readonly Constraint[],
  view: DocumentView,
  token: number,
): Constraint | undefined => constraints.find((constraint) => !holds(constraint, view, token));

/** Why a reading does not fit a mention instruction, given what the thread has captured so far; null where it fits. */
function misfit(
  test: MentionNode,
  reading: Reading,
  thread: Thread,
  context: MatchContext,
): MisfitReason | null {
  const { mentions, entities } = context.view.document;
  const mention = mentions[reading.mention]!;
  const { type } = entities[mention.entity!]!;
  if (test.types && !test.types.has(type)) return 'type';
  if (test.argument && !context.types[test.argument].has(type)) return 'type';
  if (test.kinds && !test.kinds.has(mention.kind)) return 'kind';
  if (test.subject && !reading.subject) return 'role';
  if (test.bare && reading.leadIn) return 'lead';
  if (reading.steps.some((step) => context.types.without.has(step.method))) return 'without';
  if (isTurnedOff(mentions[reading.mention]!, context.types.without)) return 'without';
  if (isSpokenFor(context.view, reading.mention, test.argument)) return 'spoken-for';
  const other =
    test.argument === 'source' ? thread.target : test.argument === 'target' ? thread.source : null;
  if (other && mentions[other.mention]!.entity === mention.entity) return 'same-entity';
  return failing(test.constraints, context.view, mention.head) ?? null;
}

const stopOf = ({ at, firstToken, source, target }: Thread, token: number, why: StopReason): TokenStop => ({
  at,
  firstToken,
  token,
  source,
  target,
  why,
});

const isTrailing = (reading: Reading): boolean =>
  reading.steps.some((step) => step.method !== 'coordination');

function withMention(
  view: DocumentView,
  before: TriggerTokens | null,
  mention: number,
): TriggerTokens | null {
  const { firstToken, endToken } = view.document.mentions[mention]!;
  let trigger = before;
  for (let token = firstToken; token < endToken; token++) trigger = { token, before: trigger };
  return trigger;
}

const triggerList = (last: TriggerTokens | null): number[] => {
  const tokens: number[] = [];
  for (let item = last; item; item = item.before) tokens.push(item.token);
  return tokens.reverse();
};

/** More mentions than one sentence has; so small that the keys of threads stay small integers, which sets tell apart much faster. */
const MENTIONS = 2 ** 11;

/** Small numbers for the mentions of a sentence as they are met, from 1; 0 for none. */
function mentionNumbers(): (reading: Reading | null) => number {
  let known: Map<number, number> | undefined;
  return (reading) => {
    if (reading === null) return 0;
    known ??= new Map<number, number>();
    let number = known.get(reading.mention);
    if (number === undefined) known.set(reading.mention, (number = known.size + 1));
    return number;
  };
}

/**
 * Runs a program over the tokens `first` to `end` (exclusive) of one sentence and reports every match, starting anywhere
 * (or only at `first` when anchored). Threads are told apart by instruction and captured mentions; of two alike at one
 * token the earlier is kept, so the work is bounded by tokens × instructions × pairs of mentions, whatever the pattern.
 */
export function runProgram(
  program: Program,
  context: MatchContext,
  first: number,
  end: number,
  anchored: boolean,
  report: (match: ProgramMatch) => void,
): void {
  const { view, counter } = context;
  const place = mentionNumbers();
  const waiting: (Thread[] | undefined)[] = [];
  const absences = new Map<Instruction, Map<number, boolean>>();

  let furthest = first;
  const schedule = (token: number, thread: Thread): void => {
    (waiting[token - first] ??= []).push(thread);
    furthest = Math.max(furthest, token);
  };
  const isAbsent = (instruction: Extract<Instruction, { op: 'absent' }>, token: number): boolean => {
    let known = absences.get(instruction);
    if (!known) absences.set(instruction, (known = new Map<number, boolean>()));
    let absent = known.get(token);
    if (absent === undefined) {
      absent = true;
      runProgram(instruction.program, { ...context, trace: undefined }, token, end, true, () => {
        absent = false;
      });
      known.set(token, absent);
    }
    return absent;
  };

  const { trace } = context;
  /** Whether no thread gets past an instruction at a token, whatever it has captured. */
  const endsAt = (instruction: Instruction | undefined, token: number): boolean => {
    if (instruction?.op === 'mention') return token >= end || context.readings(token).length === 0;
    if (instruction?.op !== 'token') return false;
    return token >= end || failing(instruction.test.constraints, view, token) !== undefined;
  };

  /** Runs a thread at a token until each of its branches has consumed something or ended. */
  const advance = (thread: Thread, token: number, seen: Set<number>): void => {
    const stack = [thread];
    for (let current = stack.pop(); current; current = stack.pop()) {
      const key = (current.at * MENTIONS + place(current.source)) * MENTIONS + place(current.target);
      if (seen.has(key)) continue;
      seen.add(key);
      counter.steps++;
      const { at } = current;
      const instruction = program[at]!;
      switch (instruction.op) {
        case 'jump':
          stack.push({ ...current, at: instruction.to });
          break;
        case 'split':
          stack.push({ ...current, at: instruction.second }, { ...current, at: instruction.first });
          break;
        case 'edge':
          if (token === (instruction.at === 'start' ? sentenceFirst : sentenceLast))
            stack.push({ ...current, at: at + 1 });
          else trace?.stopped(stopOf(current, token, { kind: 'edge' }));
          break;
        case 'absent':
          // Looking ahead costs most: not where the thread ends with the next instruction anyway.
          if (!trace && endsAt(program[at + 1], token)) break;
          if (isAbsent(instruction, token)) stack.push({ ...current, at: at + 1 });
          else trace?.stopped(stopOf(current, token, { kind: 'absent' }));
          break;
        case 'match':
          if (current.open) trace?.stopped(stopOf(current, token, { kind: 'open' }));
          else
            report({
              firstToken: current.firstToken,
              endToken: token,
              source: current.source,
              target: current.target,
              trigger: triggerList(current.trigger),
            });
          break;
        case 'token': {
          const failed = token < end ? failing(instruction.test.constraints, view, token) : 'end';
          if (failed) trace?.stopped(stopOf(current, token, { kind: 'token', failed }));
          else
            schedule(token + 1, {
              ...current,
              at: at + 1,
              trigger: instruction.trigger ? { token, before: current.trigger } : current.trigger,
              open: false,
            });
          break;
        }
        case 'mention':
          if (token < end) consumeMention(instruction, current, token);
          else trace?.stopped(stopOf(current, token, { kind: 'mention', reading: null, failed: 'end' }));
      }
    }
  };
  const consumeMention = (
    { test, last, trigger }: Extract<Instruction, { op: 'mention' }>,
    thread: Thread,
    token: number,
  ): void => {
    const readings = context.readings(token);
    if (readings.length === 0)
      trace?.stopped(stopOf(thread, token, { kind: 'mention', reading: null, failed: 'none' }));
    for (const reading of readings) {
      counter.steps++;
      if (reading.endToken > end || (last && isTrailing(reading))) continue;
      const failed = misfit(test, reading, thread, context);
      if (failed) {
        trace?.stopped(stopOf(thread, token, { kind: 'mention', reading, failed }));
        continue;
      }
      schedule(reading.endToken, {
        at: thread.at + 1,
        firstToken: thread.firstToken,
        source: test.argument === 'source' ? reading : thread.source,
        target: test.argument === 'target' ? reading : thread.target,
        trigger: trigger ? withMention(view, thread.trigger, reading.mention) : thread.trigger,
        open: isOpen(view, reading, end),
      });
    }
  };

  const { sentences, tokens } = view.document;
  const sentence = first < tokens.length ? tokens.sentence[first]! : -1;
  const sentenceFirst = sentence < 0 ? first : sentences.firstToken[sentence]!;
  const sentenceLast = end;
  // Anchored, the run is over with its last thread: a look-ahead must not walk the rest of a long sentence.
  for (let token = first; token <= (anchored ? furthest : end); token++) {
    const threads = waiting[token - first];
    const startHere = !anchored || token === first;
    if (!threads && !startHere) continue;
    const seen = new Set<number>();
    for (const thread of threads ?? []) advance(thread, token, seen);
    if (startHere)
      advance(
        { at: 0, firstToken: token, source: null, target: null, trigger: null, open: false },
        token,
        seen,
      );
    waiting[token - first] = undefined;
  }
}
