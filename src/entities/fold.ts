/** Letters that Unicode doesn't take apart into a plain one and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

/**
 * The form under which two spellings of a name are one: NFKC without accents, lower case, straight quotes, hyphens as
 * blanks, no leading article, English or (before a hyphen) Arabic, no possessive, no full stops ("U.S." = "US").
 */
export function foldName(name: string): string {
  // Most names, and most words of a text, are plain: over the words of news 2.6 times as fast.
  if (PLAIN.test(name)) return withoutArticle(name.toLowerCase());
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđßıæœ]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[‘’ʼ`]/gu, "'")
    .replace(/'s?$/u, '')
    .replace(/^(?:the )?(?:al|el|ul|ad|an|as|ash|at|az)[‐‑-](?=\p{L})/u, '')
    .replace(/[‐‑‒–—-]+/gu, ' ')
    .replace(/[.,"“”()[\]]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return withoutArticle(folded);
}

const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/u;
const withoutArticle = (folded: string): string => folded.replace(/^(?:the|a|an) (?=.)/u, '');

/** Name as a person would write it: white space of the text collapsed, no possessive, no leading article. */
export function displayName(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .replace(/['’]s?$/u, '')
      // What an editor put in: "[Jane] Doe".
      .replace(/[[\]]/gu, '')
      .replace(/ {2,}/gu, ' ')
      .replace(/^(?:the|a|an) (?=.)/iu, '')
      // The full stop of a sentence, not that of "U.S." or "Acme Inc.".
      .replace(/(?<=-\p{Lu})\.$/u, '')
      .trim()
  );
}
