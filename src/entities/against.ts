import { lowerAt } from '../model/index.ts';
import type { Mention } from '../model/index.ts';
import type { Draft } from './draft.ts';
import { makeMention, nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';

/** Whom an adjective of opposition can be against without a name: "anti-government protesters". */
const AGAINST = /^anti-(government|regime|junta|police|establishment)$/u;

/**
 * Adjectives of opposition to a body that the article speaks of: "anti-government" where it has one government, or else the one spoken of
 * last. The rules reach such a mention by the path `anti-X`.
 *
 * @param mentions Everything resolved so far, in any order.
 */
export function againstMentions(
  document: Base,
  mentions: readonly Mention[],
  drafts: readonly Draft[],
): Mention[] {
  const found: Mention[] = [];
  for (let token = 0; token < document.tokens.length; token++) {
    const noun = AGAINST.exec(lowerAt(document.tokens, token))?.[1];
    if (noun === undefined) continue;
    const bodies = mentions.filter(
      ({ entity, head, kind }) =>
        entity !== null &&
        drafts[entity]?.type !== 'event' &&
        drafts[entity]?.type !== 'policy' &&
        (nounLemma(document, head) === noun ||
          (noun === 'government' && kind === 'name' && /\bgovernment\b/iu.test(drafts[entity]?.name ?? ''))),
    );
    const before = bodies.filter(({ firstToken }) => firstToken < token);
    const entity =
      (before.length > 0
        ? before.reduce((a, b) => (b.firstToken > a.firstToken ? b : a))
        : bodies.reduce<Mention | undefined>((a, b) => (a && a.firstToken <= b.firstToken ? a : b), undefined)
      )?.entity ?? null;
    if (entity === null) continue;
    found.push(
      makeMention(document, { firstToken: token, endToken: token + 1 }, 'nominal', entity, 'against'),
    );
  }
  return found;
}
