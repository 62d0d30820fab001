import { straighten } from './forms.ts';

/** A form, and its lower case with straight quotes. */
export interface KnownForm {
  readonly text: string;
  readonly lower: string;
}

/** Forms kept from one document to the next, and places for them. */
const MOST_KNOWN = 50_000;
const SLOTS = 2 ** 17;

const forms: (KnownForm | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);
let size = 0;

/**
 * The form that stands at `start` to `end` of a text: the same strings in every document, so that what keeps things by form need neither
 * hash them nor compare them letter by letter again.
 * @param hash `hashText` of the same characters.
 */
export function knownForm(text: string, start: number, end: number, hash: number): KnownForm {
  let slot = hash & (SLOTS - 1);
  for (let known = forms[slot]; known; known = forms[slot]) {
    if (standsAt(known.text, text, start, end)) return known;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (++size > MOST_KNOWN) {
    forms.fill(undefined);
    size = 1;
    slot = hash & (SLOTS - 1);
  }
  const form = copied(text.slice(start, end));
  return (forms[slot] = { text: form, lower: straighten(form.toLowerCase()) });
}

/** V8 keeps a longer slice as a view that holds on to the whole text. */
const copied = (slice: string): string =>
  slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le');

function standsAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
