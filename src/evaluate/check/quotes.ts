import { overlaps, type EvidenceRecord, type SerializedEdge, type Span } from '../../model/index.ts';
import { quoted } from '../show.ts';

/** Every place where the words of the quote stand; white space counts as one blank, so line breaks don't matter. */
export function placesOf(quote: string, text: string): Span[] {
  const source = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
  return [...text.matchAll(new RegExp(source, 'g'))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The edge's evidence that overlaps one of the places. */
export const evidenceAt = ({ attributes }: SerializedEdge, places: readonly Span[]): EvidenceRecord[] =>
  attributes.evidence.filter((evidence) => places.some((place) => overlaps(evidence, place)));

export const standsIn = (edge: SerializedEdge, places: readonly Span[]): boolean =>
  evidenceAt(edge, places).length > 0;

const loose = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[‐–—]/g, '-').replace(/\s+/g, ' ').toLowerCase();

/** Undefined when the quote stands in the article, else why it may not. */
export function missingQuote(quote: string, text: string): string | undefined {
  if (placesOf(quote, text).length > 0) return undefined;
  const nearly = loose(text).includes(loose(quote.trim()));
  return `the quote does not stand in the article${nearly ? ' (it differs in case, quotation marks or dashes)' : ''}: ${quoted(quote)}`;
}
