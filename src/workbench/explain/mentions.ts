import { whyTogether } from '../../entities/index.ts';
import { UserError } from '../../model/index.ts';
import type { Document, Mention } from '../../model/index.ts';

interface Compared {
  /** `[start, end]`, UTF-16 code units into the text, end exclusive. */
  readonly span: readonly [number, number];
  readonly text: string;
  /** Name of its entity; null where it stayed unresolved. */
  readonly entity: string | null;
}

/** Whether two mentions are one entity, and why. */
export interface MentionComparison {
  readonly mentions: readonly [Compared, Compared];
  readonly same: boolean;
  /** Plain words, in the order in which they decided. */
  readonly reasons: readonly string[];
}

/**
 * Looks up two mentions, each by its words (its first place in the text counts) or by the offset where it starts, and says why they are
 * one entity or two. The same words twice mean the first place and the next.
 *
 * @throws UserError where the text has no such mention
 */
export function compareMentions(document: Document, first: string, second: string): MentionComparison {
  const a = mentionAt(document, first, -1);
  const b = mentionAt(document, second, first === second ? a : -1);
  const shown = (index: number): Compared => {
    const { start, end, entity } = document.mentions[index]!;
    const name = entity === null ? null : document.entities[entity]!.name;
    return { span: [start, end], text: wordsOf(document, document.mentions[index]!), entity: name };
  };
  return { mentions: [shown(a), shown(b)], ...whyTogether(document, a, b) };
}

const wordsOf = ({ article }: Document, { start, end }: Mention): string =>
  article.text.slice(start, end).replace(/\s+/gu, ' ');

const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[‘’]/gu, "'").replace(/\s+/gu, ' ').trim();

/** Index of the mention asked for, behind the one given. */
function mentionAt(document: Document, asked: string, behind: number): number {
  const from = behind < 0 ? -1 : document.mentions[behind]!.start;
  const offset = /^\d+$/u.test(asked) ? Number(asked) : null;
  const found = [...document.mentions.entries()]
    .filter(([, mention]) =>
      offset === null
        ? mention.start > from && folded(wordsOf(document, mention)) === folded(asked)
        : mention.start === offset,
    )
    .sort(([, a], [, b]) => a.start - b.start || b.end - a.end)[0];
  if (found) return found[0];
  const within = offset === null ? mentionWithin(document, asked, from) : undefined;
  if (within !== undefined) return within;
  const more = behind < 0 ? '' : 'second ';
  throw new UserError(`the text has no ${more}mention ${JSON.stringify(asked)}`, {
    hint: 'give the words of a mention as they stand in the text, or the offset where it starts; "extract explain FILE" lists them',
  });
}

/** The mention that ends where the words asked for end: "Ms. Smith" for "Smith", whose title is no part of the mention. */
function mentionWithin({ article, mentions }: Document, asked: string, from: number): number | undefined {
  const escaped = asked
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&').replace(/['‘’]/gu, "['‘’]"));
  for (const { index, 0: words } of article.text.matchAll(new RegExp(escaped.join('\\s+'), 'giu'))) {
    const end = index + words.length;
    const [longest] = [...mentions.entries()]
      .filter(([, mention]) => mention.start > from && mention.start >= index && mention.end === end)
      .sort(([, a], [, b]) => a.start - b.start);
    if (longest) return longest[0];
  }
  return undefined;
}

export function renderMentionsText({ mentions, same, reasons }: MentionComparison): string {
  const places = mentions.map(
    ({ text, span, entity }) =>
      `  ${JSON.stringify(text)} at ${span[0]}-${span[1]}: ${entity ?? 'not known whom or what it means'}`,
  );
  return [
    same ? 'One entity' : 'Not one entity',
    ...places,
    ...reasons.map((reason) => `  because: ${reason}`),
    '',
  ].join('\n');
}

/** As JSON (`extract-explain-mentions/1`). */
export const renderMentionsJson = (comparison: MentionComparison): string =>
  `${JSON.stringify({ schema: 'extract-explain-mentions/1', ...comparison }, null, 2)}\n`;
