import { readFileSync } from 'node:fs';
import type { Span } from '../model/index.ts';
import { isBuiltin } from './sources.ts';

/** How often a rule, or all rules of a relation, were right on labelled articles, and what is to be expected of them. */
export interface MeasuredPrecision {
  readonly right: number;
  readonly wrong: number;
  /** Smoothed precision, of a match with both arguments by name and near. */
  readonly estimate: number;
}

/** What becomes of that precision where a match took a step, or its arguments stand far apart. */
export interface MeasuredFactor {
  readonly right: number;
  readonly wrong: number;
  readonly factor: number;
}

/** `builtin/measured.json`, written by `npm run calibrate`. */
export interface Measurements {
  /** By relation: for rules that no labelled article has tried. */
  readonly relations: Readonly<Record<string, MeasuredPrecision>>;
  readonly rules: Readonly<Record<string, MeasuredPrecision>>;
  /** By method of a step. */
  readonly steps: Readonly<Record<string, MeasuredFactor>>;
  readonly far: MeasuredFactor;
}

const FILE = new URL('./builtin/measured.json', import.meta.url);

/** Of a step that no labelled article has tried. */
export const UNTRIED_STEP = 0.9;

/** Words between the arguments from which on they stand far apart, and a parse or a pattern errs more easily. */
const FAR = 9;

let read: { readonly text: string; readonly value: Measurements } | undefined;

/** The file's text and what it says. */
export function measurements(): { readonly text: string; readonly value: Measurements } {
  if (!read) {
    const text = readFileSync(FILE, 'utf8');
    read = { text, value: JSON.parse(text) as Measurements };
  }
  return read;
}

/** The measured precision of a built-in rule; null for other rules, whose files say how far they can be trusted. */
export function measuredPrecision(file: string, rule: string, relation: string): number | null {
  if (!isBuiltin(file)) return null;
  const { rules, relations } = measurements().value;
  return (rules[rule] ?? relations[relation])?.estimate ?? null;
}

/** Whether many words stand between two spans of `text`. */
export function isFar(text: string, a: Span, b: Span): boolean {
  const [first, last] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, Math.max(first.end, last.start));
  return (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FAR;
}

/** By what the confidence of a rule is lowered where its match took these steps: each makes a mistake possible. */
export function stepFactor(methods: readonly string[], far: boolean, given = measurements().value): number {
  const factors = methods.map((method) => given.steps[method]?.factor ?? UNTRIED_STEP);
  return factors.reduce((product, factor) => product * factor, far ? given.far.factor : 1);
}
