import type { NameSpan } from '../model/index.ts';
import { bitOf, KINDS } from './gazetteer.ts';
import type { Hints } from './hints.ts';

const DEMONYM = bitOf('demonym');
const ORGANIZATIONS = KINDS.filter((kind) =>
  ['organization', 'group', 'party', 'agency', 'media', 'company'].includes(kind),
).reduce((bits, kind) => bits | bitOf(kind), 0);

/** "Syrian | Al-Qaeda": the adjective of a country before an organization that the gazetteer knows is no part of its name. */
export function withoutDemonyms(names: readonly NameSpan[], { starts, alone }: Hints): NameSpan[] {
  return names.map((name) => {
    const { firstToken: first, endToken, type } = name;
    const known = type === 'organization' && endToken - first > 1 && (alone[first]! & DEMONYM) !== 0;
    if (!known || ((starts[first + 1]! | alone[first + 1]!) & ORGANIZATIONS) === 0) return name;
    return { ...name, firstToken: first + 1 };
  });
}
