/** The key of a name whose case and article count: blanks collapsed, "The" in capitals, no full stops, no possessive. */
export function spelling(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\./gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/['’]s?$/u, '')
    .replace(/^the /u, 'The ');
}
