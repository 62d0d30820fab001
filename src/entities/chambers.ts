import { formAt, lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';

const CHAMBER = /^(?:Senate|House|Assembly|Bundestag|Knesset|Duma|Parliament)$/u;
const OFFICE = /^(?:leader|whip)$/u;

/**
 * Chambers that stand before an office held in them: "[Senate] Minority Leader [Name]", "[House] Majority Whip [Name]".
 *
 * @param names Sorted; so is the result.
 */
export function withChambers(document: Base, names: readonly AnyName[]): AnyName[] {
  const { tokens } = document;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const found: AnyName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const held =
      CHAMBER.test(formAt(tokens, i)) &&
      /^(?:majority|minority)$/u.test(lowerAt(tokens, i + 1)) &&
      OFFICE.test(lowerAt(tokens, i + 2));
    if (held && !covered.has(i)) found.push({ firstToken: i, endToken: i + 1, type: 'organization' });
  }
  return [...names, ...found].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}
