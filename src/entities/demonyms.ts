import { uposAt } from '../model/index.ts';
import type { Mention } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import type { NameMention } from './names.ts';
import { makeMention } from './phrases.ts';
import type { Base } from './phrases.ts';

/**
 * Adjectives of countries that the article names: "Israeli" in "an Israeli raid", where Israel is named as well. Each is a mention resolved by
 * `demonym`; only the rules' step of that name makes an argument of it ("Israeli officials" are not Israel).
 */
export function demonymMentions(
  document: Base,
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
): Mention[] {
  const countries = new Map<string, number>();
  names.forEach(({ known }, index) => {
    const entity = entityOfName.get(index);
    if (known && entity !== undefined && !countries.has(known.name)) countries.set(known.name, entity);
  });
  const inside = new Set<number>();
  for (const { firstToken, endToken } of names)
    for (let token = firstToken; token < endToken; token++) inside.add(token);
  const found: Mention[] = [];
  for (let token = 0; token < document.tokens.length; token++) {
    const adjective = inside.has(token) ? null : demonymAt(document, token);
    const entity = adjective && countries.get(adjective.country);
    if (!adjective || entity === null || entity === undefined || !isModifier(document, adjective.endToken))
      continue;
    found.push(makeMention(document, adjective, 'nominal', entity, 'demonym'));
    token = adjective.endToken - 1;
  }
  return found;
}

/** Whether what follows belongs to the same noun phrase. */
const isModifier = ({ tokens, tags }: Base, next: number): boolean =>
  tokens.sentence[next] === tokens.sentence[next - 1] && /^(?:NOUN|PROPN|ADJ|NUM)$/u.test(uposAt(tags, next));
