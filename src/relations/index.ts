import { tokenSpan } from '../model/index.ts';
import type { Assertion, Attribution, Document, LayerName, Resolution, Trees } from '../model/index.ts';
import { isFar, matchRules, stepFactor } from '../rules/index.ts';
import type { ArgumentMatch, MatchOptions, RuleMatch, RuleSet } from '../rules/index.ts';
import { attributionOf } from './attribution.ts';
import { spokesmenOf } from './spokesmen.ts';
import { statusOf } from './status.ts';
import type { Intent } from './clause.ts';

export const RELATION_NEEDS = [
  'passages',
  'sentences',
  'tokens',
  'tags',
  'mentions',
  'entities',
  'trees',
] as const satisfies LayerName[];
/** In a document without trees, status and attribution are read from the words alone. */
type Needs = Document<Exclude<(typeof RELATION_NEEDS)[number], 'trees'>> & { readonly trees?: Trees };

/**
 * What the rules find in a document, each with its status, its attribution, and its evidence. In text order; a sentence is
 * evidence once for each edge, by its surest match.
 */
export function assertRelations(
  document: Needs,
  rules: RuleSet,
  options: Pick<MatchOptions, 'onStall'> = {},
): Assertion[] {
  const best = new Map<string, Assertion>();
  const spokesmen = spokesmenOf(document);
  for (const each of matchRules(rules, document, options)) {
    const match = rules.relations.get(each.relation)?.spokenFor
      ? forPrincipal(document, spokesmen, each)
      : each;
    const found = toAssertion(document, match, rules.relations.get(each.relation)?.intent ?? null);
    if (!found) continue;
    const { relation, source, target, status } = found;
    const key = `${match.sentence} ${source} ${relation} ${target} ${status}`;
    const known = best.get(key);
    if (!known || found.confidence > known.confidence) best.set(key, found);
  }
  return [...best.values()];
}

/** A match with whom its source speaks for as its source. */
function forPrincipal(
  { mentions }: Needs,
  spokesmen: ReadonlyMap<number, number>,
  match: RuleMatch,
): RuleMatch {
  const speaker = mentions[match.source.mention];
  const principal = speaker?.entity == null ? undefined : spokesmen.get(speaker.entity);
  if (!speaker || principal === undefined) return match;
  const { start, end } = mentions[principal]!;
  const step = {
    method: 'representative',
    from: { start: speaker.start, end: speaker.end },
    to: { start, end },
  };
  return { ...match, source: { mention: principal, steps: [...match.source.steps, step] } };
}

function toAssertion(document: Needs, match: RuleMatch, intent: Intent): Assertion | null {
  const source = document.mentions[match.source.mention];
  const target = document.mentions[match.target.mention];
  if (source?.entity == null || target?.entity == null || source.entity === target.entity) return null;
  const resolved = [
    ...resolutions(document, 'source', match.source),
    ...resolutions(document, 'target', match.target),
  ];
  const methods = resolved.map(({ method }) => method);
  const attributedTo = named(document, attributionOf(document, match));
  return {
    relation: match.relation,
    source: source.entity,
    target: target.entity,
    status: statusOf(document, match, intent),
    sentence: {
      start: document.sentences.start[match.sentence] ?? 0,
      end: document.sentences.end[match.sentence] ?? 0,
    },
    rule: match.rule,
    confidence: match.confidence * stepFactor(methods, isFar(document.article.text, source, target)),
    sourceSpan: { start: source.start, end: source.end },
    targetSpan: { start: target.start, end: target.end },
    trigger: match.trigger.map(({ firstToken, endToken }) =>
      tokenSpan(document.tokens, firstToken, endToken),
    ),
    resolved,
    ...(attributedTo && { attributedTo }),
  };
}

/** An unnamed source is told by its words ("officials"): it is no node for its own sake. */
const named = ({ entities }: Needs, by: Attribution | null): Attribution | null =>
  by && by.entity !== null && entities[by.entity]?.named === false ? { ...by, entity: null } : by;

function resolutions(
  document: Needs,
  argument: 'source' | 'target',
  { mention: index, steps }: ArgumentMatch,
): Resolution[] {
  const mention = document.mentions[index];
  if (!mention) return [];
  const found: Resolution[] = steps.map((step) => ({ argument, ...step }));
  if (mention.resolvedBy !== null && mention.entity !== null) {
    const first = document.entities[mention.entity]?.mentions[0];
    const antecedent = first === undefined ? undefined : document.mentions[first];
    const { start, end } = antecedent ?? mention;
    found.push({
      argument,
      from: { start: mention.start, end: mention.end },
      to: { start, end },
      method: mention.resolvedBy,
    });
  }
  return found;
}
