import type { Draft } from './draft.ts';
import type { Description } from './events.ts';
import { VIOLENT } from './event-words.ts';

/** Words for what happened that do not say that the place was struck: strikes in a town are on somebody in it. */
const VAGUE =
  /^(?:incident|operation|outrage|strike|airstrike|raid|offensive|incursion|siege|shelling|bombardment)$/u;

/**
 * Whom or what an attack struck, by all that the article says of it: whom the verb names, what stands behind "on" or "of"; where it
 * names neither, the town or site it was in. A country is where something was, not what was struck. Indices into the drafts.
 */
export function struckIn(
  own: readonly Description[],
  drafts: readonly Draft[],
  isCountry: (entity: number) => boolean,
): readonly number[] {
  if (!own.some(({ type, family }) => type === 'event' && VIOLENT.has(family))) return [];
  const told = [...new Set(own.flatMap(({ victims, struck }) => [...victims, ...struck]))].map(Number);
  const things = told.filter((entity) => !/^(?:event|policy)$/u.test(drafts[entity]?.type ?? 'event'));
  if (things.length > 0) return things;
  const place = own.find((each) => each.place !== null && !VAGUE.test(each.lemma))?.place ?? null;
  return place === null || isCountry(place) ? [] : [place];
}
