/** Every capital of the acronym is the initial of a word of the name, in order, all content words used. */
export function isAcronymOf(acronym: string, long: string): boolean {
  const letters = acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  if (letters.length < 2 || acronym.replace(/[.\s-]/gu, '').length > letters.length + 1) return false;
  const words = long.toLowerCase().split(/[\s-]+/u);
  const all = words.map((word) => word.charAt(0)).join('');
  const content = words
    .filter((word) => !/^(?:of|the|and|in|for|on|de|la|du|to)$/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
  return words.length > 1 && (letters === all || letters === content);
}
