import { byCodeUnit } from '../model/index.ts';
import type { Entity, Mention } from '../model/index.ts';
import { argumentReader } from './arguments.ts';
import type { Meter, OnStall } from './meter.ts';
import type { CompiledEntityRule, CompiledPattern } from './ruleset.ts';
import { matchesIn, sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { isMarked } from './tokens/compile.ts';
import type { ArgumentTypes, ProgramMatch } from './tokens/context.ts';
import type { TokenRange } from './trace.ts';
import { viewDocument } from './view.ts';
import type { MatchableDocument } from './view.ts';
import { wordsBetween } from './words.ts';

/** A name as it is known before entities are: a range of tokens, and what kind of name it is. */
export interface TypedName extends TokenRange {
  readonly type: string;
}

/** A name that an entity rule found. */
export interface RuleName extends TypedName {
  readonly rule: CompiledEntityRule;
}

const NO_ARGUMENTS: ArgumentTypes = { source: new Set(), target: new Set(), without: new Set() };

/**
 * The names that entity rules find in a document, in text order, not overlapping: of two that overlap that of the rule of higher
 * priority stays, then the longer, then the one that starts first, then that of the rule whose id comes first.
 *
 * @param names What `#person` and the like stand for in the patterns.
 * @param onStall Told of each rule that took all its steps in a sentence, and so gives nothing from it.
 */
export function findRuleNames(
  rules: readonly CompiledEntityRule[],
  document: Omit<MatchableDocument, 'mentions' | 'entities'>,
  names: readonly TypedName[],
  onStall?: OnStall,
): RuleName[] {
  const { sentences, tokens } = document;
  const has = wordsBetween(document, 0, tokens.length);
  const likely = rules.flatMap((rule) =>
    rule.patterns.filter((pattern) => pattern.required().every(has)).map((pattern) => ({ rule, pattern })),
  );
  if (likely.length === 0) return [];
  const view = viewDocument({ ...document, ...asMentions(document, names) });
  const readings = argumentReader(view);
  const found: RuleName[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const scene = sceneOf(view, sentence, [], readings);
    const own = likely.flatMap(({ rule, pattern }) =>
      namesIn(pattern, scene, scene.meters.of(rule)).map((range) => ({ ...range, type: rule.type, rule })),
    );
    found.push(...own.filter(({ rule }) => !scene.meters.isSpent(rule)));
    for (const rule of scene.meters.spent()) onStall?.({ rule, sentence });
  }
  return withoutOverlaps(found);
}

function asMentions(
  { tokens }: Pick<MatchableDocument, 'tokens'>,
  names: readonly TypedName[],
): Pick<MatchableDocument, 'mentions' | 'entities'> {
  const mentions = names.map(({ firstToken, endToken }, entity): Mention => ({
    start: tokens.start[firstToken]!,
    end: tokens.end[endToken - 1]!,
    firstToken,
    endToken,
    head: endToken - 1,
    sentence: tokens.sentence[firstToken]!,
    kind: 'name',
    entity,
    resolvedBy: null,
  }));
  const entities = names.map(({ type }, index): Entity => ({
    type,
    name: '',
    aliases: [],
    mentions: [index],
    named: true,
  }));
  return { mentions, entities };
}

/** The marked part of each match, else all of it. */
function namesIn(pattern: CompiledPattern, scene: Scene, meter: Meter): TokenRange[] {
  return matchesIn(pattern, scene, NO_ARGUMENTS, meter).flatMap(({ trigger, ...match }: ProgramMatch) => {
    const { firstToken, endToken } = isMarked(pattern.node())
      ? { firstToken: trigger[0] ?? 0, endToken: (trigger.at(-1) ?? -1) + 1 }
      : match;
    return endToken > firstToken ? [{ firstToken, endToken }] : [];
  });
}

const byMerit = (a: RuleName, b: RuleName): number =>
  b.rule.priority - a.rule.priority ||
  b.endToken - b.firstToken - (a.endToken - a.firstToken) ||
  a.firstToken - b.firstToken ||
  byCodeUnit(a.rule.id, b.rule.id);

function withoutOverlaps(found: readonly RuleName[]): RuleName[] {
  const taken = new Set<number>();
  const kept = [...found].sort(byMerit).filter(({ firstToken, endToken }) => {
    for (let token = firstToken; token < endToken; token++) if (taken.has(token)) return false;
    for (let token = firstToken; token < endToken; token++) taken.add(token);
    return true;
  });
  return kept.sort((a, b) => a.firstToken - b.firstToken);
}
