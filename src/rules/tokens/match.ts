import { isSpent } from '../meter.ts';
import { isOpen } from '../phrase.ts';
import type { Reading } from '../reading.ts';
import type { DocumentView } from '../view.ts';
import { reachable } from './compile.ts';
import type { Instruction, Program } from './compile.ts';
import type { Captured, MatchContext, ProgramMatch } from './context.ts';
import { failing, misfit } from './misfit.ts';
import type { StopReason } from './trace.ts';

/** Trigger tokens in reverse order, shared between threads. */
interface TriggerTokens {
  readonly token: number;
  readonly before: TriggerTokens | null;
}

/** What a thread carries along; threads that differ in nothing but their instruction share one. */
interface State extends Captured {
  /** Number of the pair of mentions captured. */
  readonly pair: number;
  readonly trigger: TriggerTokens | null;
  /** The last thing consumed was an argument that goes on after its mention ("Hamas" in "Hamas's leader"). */
  readonly open: boolean;
}

/** A thread before it is run at a token. */
interface Thread {
  readonly at: number;
  readonly state: State;
}

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

/** Numbers pairs of captured mentions as they are met, so that the keys of threads stay small integers, which sets tell apart fast. */
function pairNumbers(): (source: Reading | null, target: Reading | null) => number {
  const known = new Map<number, number>([[0, 0]]);
  return (source, target) => {
    const key = ((source?.mention ?? -1) + 1) * 2 ** 24 + (target?.mention ?? -1) + 1;
    let number = known.get(key);
    if (number === undefined) known.set(key, (number = known.size));
    return number;
  };
}

const known = new WeakMap<Program, readonly Instruction[] | null>();

/** What a match consumes first, each way; null where a match may consume nothing, or what is first is asked of more than a token. */
function firstOf(program: Program): readonly Instruction[] | null {
  let found = known.get(program);
  if (found === undefined) {
    const first = reachable(program, 0).map((at) => program[at]!);
    found = first.every(({ op }) => op === 'token' || op === 'mention') ? first : null;
    known.set(program, found);
  }
  return found;
}

/** Whether nothing stands where a look-ahead asks, by its instruction and the token; the same for all threads. */
type Absences = Map<Instruction, Map<number, boolean>>;

/**
 * Runs a program over the tokens `first` to `end` (exclusive) of one sentence and reports every match, starting anywhere
 * (or only at `first` when anchored). Threads are told apart by instruction and captured mentions; of two alike at one
 * token the earlier is kept, so the work is bounded by tokens × instructions × pairs of mentions, whatever the pattern; and
 * by the meter, at whose end the run is over.
 */
export function runProgram(
  program: Program,
  context: MatchContext,
  first: number,
  end: number,
  anchored: boolean,
  report: (match: ProgramMatch) => void,
): void {
  runWith(program, context, new Map(), { first, end, anchored }, report);
}

function runWith(
  program: Program,
  context: MatchContext,
  absences: Absences,
  { first, end, anchored }: { readonly first: number; readonly end: number; readonly anchored: boolean },
  report: (match: ProgramMatch) => void,
): void {
  const { view, meter, trace } = context;
  const pairOf = pairNumbers();
  const waiting: (Thread[] | undefined)[] = [];
  const seen = new Set<number>();
  const { sentences, tokens } = view.document;
  const sentence = first < tokens.length ? tokens.sentence[first]! : -1;
  const sentenceFirst = sentence < 0 ? first : sentences.firstToken[sentence]!;

  let furthest = first;
  const schedule = (token: number, at: number, state: State): void => {
    (waiting[token - first] ??= []).push({ at, state });
    if (token > furthest) furthest = token;
  };
  const stopped = (at: number, { firstToken, source, target }: State, token: number, why: StopReason): void =>
    trace?.stopped({ at, firstToken, token, source, target, why });

  const isAbsent = (instruction: Extract<Instruction, { op: 'absent' }>, token: number): boolean => {
    let known = absences.get(instruction);
    if (!known) absences.set(instruction, (known = new Map<number, boolean>()));
    let absent = known.get(token);
    if (absent === undefined) {
      absent = true;
      const inner = trace ? { ...context, trace: undefined } : context;
      runWith(instruction.program, inner, absences, { first: token, end, anchored: true }, () => {
        absent = false;
      });
      known.set(token, absent);
    }
    return absent;
  };
  /** Whether no thread gets past an instruction at a token, whatever it has captured. */
  const endsAt = (instruction: Instruction | undefined, token: number): boolean => {
    if (instruction?.op === 'mention') return token >= end || context.readings(token).length === 0;
    if (instruction?.op !== 'token') return false;
    return token >= end || failing(instruction.test.constraints, view, token) !== undefined;
  };

  const starts = trace ? null : firstOf(program);
  /** Whether a thread that starts at a token may get anywhere: most starts of most patterns don't, and a look is cheap. */
  const mayStart = (token: number): boolean =>
    starts === null || starts.some((instruction) => !endsAt(instruction, token));

  const consumeToken = (
    { test, trigger }: Extract<Instruction, { op: 'token' }>,
    at: number,
    state: State,
    token: number,
  ): void => {
    const failed = token < end ? failing(test.constraints, view, token) : 'end';
    if (failed) return stopped(at, state, token, { kind: 'token', failed });
    const same = !trigger && !state.open;
    const before = state.trigger;
    schedule(
      token + 1,
      at + 1,
      same ? state : { ...state, trigger: trigger ? { token, before } : before, open: false },
    );
  };
  const consumeMention = (
    { test, last, trigger }: Extract<Instruction, { op: 'mention' }>,
    at: number,
    state: State,
    token: number,
  ): void => {
    const none = { kind: 'mention', reading: null } as const;
    if (token >= end) return stopped(at, state, token, { ...none, failed: 'end' });
    const readings = context.readings(token);
    if (readings.length === 0) stopped(at, state, token, { ...none, failed: 'none' });
    for (const reading of readings) {
      meter.steps++;
      if (reading.endToken > end || (last && isTrailing(reading))) continue;
      const failed = misfit(test, reading, state, context);
      if (failed) {
        stopped(at, state, token, { kind: 'mention', reading, failed });
        continue;
      }
      const source = test.argument === 'source' ? reading : state.source;
      const target = test.argument === 'target' ? reading : state.target;
      schedule(reading.endToken, at + 1, {
        firstToken: state.firstToken,
        source,
        target,
        pair: pairOf(source, target),
        trigger: trigger ? withMention(view, state.trigger, reading.mention) : state.trigger,
        open: isOpen(view, reading, end),
      });
    }
  };
  const finish = (state: State, at: number, token: number): void => {
    const { firstToken, source, target, trigger, open } = state;
    if (open) stopped(at, state, token, { kind: 'open' });
    else report({ firstToken, endToken: token, source, target, trigger: triggerList(trigger) });
  };

  const stack: number[] = [];
  /** Runs a thread at a token until each of its branches has consumed something or ended. */
  const advance = ({ at: start, state }: Thread, token: number): void => {
    const base = state.pair * program.length;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (seen.has(base + at)) continue;
      seen.add(base + at);
      meter.steps++;
      const instruction = program[at]!;
      switch (instruction.op) {
        case 'jump':
          stack.push(instruction.to);
          break;
        case 'split':
          stack.push(instruction.second, instruction.first);
          break;
        case 'edge':
          if (token === (instruction.at === 'start' ? sentenceFirst : end)) stack.push(at + 1);
          else stopped(at, state, token, { kind: 'edge' });
          break;
        case 'absent':
          // Looking ahead costs most: not where the thread ends with the next instruction anyway.
          if (!trace && endsAt(program[at + 1], token)) break;
          if (isAbsent(instruction, token)) stack.push(at + 1);
          else stopped(at, state, token, { kind: 'absent' });
          break;
        case 'match':
          finish(state, at, token);
          break;
        case 'token':
          consumeToken(instruction, at, state, token);
          break;
        case 'mention':
          consumeMention(instruction, at, state, token);
      }
    }
  };

  // Anchored, the run is over with its last thread: a look-ahead must not walk the rest of a long sentence.
  for (let token = first; token <= (anchored ? furthest : end); token++) {
    const threads = waiting[token - first];
    const startHere = anchored ? token === first : mayStart(token);
    if (!threads && !startHere) continue;
    seen.clear();
    for (const thread of threads ?? []) {
      if (isSpent(meter)) return;
      advance(thread, token);
    }
    if (startHere) {
      const state = { firstToken: token, source: null, target: null, pair: 0, trigger: null, open: false };
      advance({ at: 0, state }, token);
    }
    waiting[token - first] = undefined;
  }
}
