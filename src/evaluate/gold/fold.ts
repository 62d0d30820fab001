/** Characters that Python's `str.isspace` and its `\s` hold; JavaScript's `\s` differs (U+FEFF in, U+0085 out). */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const STRAIGHT = new Map([
  ['\u2019', "'"],
  ['\u2018', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2010', '-'],
  ['\u2013', '-'],
]);

/** Words that never name an entity on their own. */
const PRONOUNS = new Set('he she it they we i you who which that group his her their him them'.split(' '));

/** Words separated by white space. */
export const words = (text: string): string[] => text.split(SPACES).filter((word) => word !== '');

/**
 * A name reduced to what comparison of names looks at: quotation marks and hyphens straight, white space single, lower
 * case, without outer punctuation, one leading article or possessive pronoun, a final possessive, and full stops.
 */
export function foldName(name: string): string {
  return name
    .replace(/[\u2018\u2019\u201c\u201d\u2010\u2013]/g, (sign) => STRAIGHT.get(sign) ?? sign)
    .replace(SPACES, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .replace(/^["'.,;:()]+|["'.,;:()]+$/g, '')
    .replace(/^(?:the|a|an|his|her|its|their) /, '')
    .replace(/'s?$/, '')
    .replaceAll('.', '');
}

/** The folded names without what folds to nothing and without pronouns. */
export function foldNames(names: Iterable<string>): Set<string> {
  const folded = new Set<string>();
  for (const name of names) {
    const fold = foldName(name);
    if (fold !== '' && !PRONOUNS.has(fold)) folded.add(fold);
  }
  return folded;
}

const FUNCTION_WORDS = new Set('of the and a an in on at for to from by with de la al el'.split(' '));
const hasContent = (run: readonly string[]): boolean => run.some((word) => !FUNCTION_WORDS.has(word));

/**
 * Whether two different folded names are the same words cut differently: one holds the other as whole words, or the end
 * of one is the beginning of the other ("port vell" and "vell harbour").
 */
export function namesOverlap(a: string, b: string): boolean {
  const [left, right] = [words(a), words(b)];
  for (let shift = 1 - right.length; shift < left.length; shift += 1) {
    const from = Math.max(0, shift);
    const to = Math.min(left.length, shift + right.length);
    const run = left.slice(from, to);
    if (hasContent(run) && run.every((word, k) => word === right[from + k - shift])) return true;
  }
  return false;
}
