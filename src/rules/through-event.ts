import type { Document, Mention } from '../model/index.ts';
import type { RuleMatch } from './rule-match.ts';

type Told = Document<'mentions' | 'entities'>;

/**
 * A match whose target is an event, with whom or what that event struck as its target instead: one match for each, in text order. None
 * where the article does not tell, or only of what the relation does not take.
 */
export function throughEvent(
  match: RuleMatch,
  types: ReadonlySet<string>,
  { mentions, entities }: Told,
): RuleMatch[] {
  const event = mentions[match.target.mention] as Mention;
  const source = mentions[match.source.mention]?.entity;
  const struck = entities[event.entity ?? -1]?.struck ?? [];
  return struck.flatMap((entity) => {
    const thing = entities[entity];
    if (!thing || entity === source || !types.has(thing.type)) return [];
    const told = thing.mentions.filter((index) => mentions[index]?.kind === 'name');
    const all = told.length > 0 ? told : thing.mentions;
    const mention = all.findLast((index) => (mentions[index]?.end ?? 0) <= event.end) ?? all[0];
    if (mention === undefined) return [];
    const { start, end } = mentions[mention] as Mention;
    const step = { method: 'event-frame', from: { start: event.start, end: event.end }, to: { start, end } };
    return [{ ...match, target: { mention, steps: [...match.target.steps, step] } }];
  });
}
