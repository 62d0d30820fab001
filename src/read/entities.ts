/** Character references that news text uses; every other one reads as blanks. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  euro: '€',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  ndash: '–',
  pound: '£',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
};

const MAX_CODE_POINT = 0x10_ff_ff;

/** The characters that a character reference (`&rsquo;`, `&#8217;`, `&#x2019;`) stands for; blank where unknown. */
export function entityText(reference: string): string {
  const body = reference.slice(1, -1);
  const isHex = /^#x/iu.test(body);
  const code = Number.parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  if (!body.startsWith('#')) return NAMED[body] ?? '';
  const isCharacter = code >= 0x20 && code <= MAX_CODE_POINT && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
