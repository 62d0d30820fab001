/** Names in rule files: they stand in edges, on the command line and after `$`, so they are kept plain. */
export const NAME = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;
export const MAX_NAME = 80;

/** What is wrong with a name, and a better one; null where nothing is. */
export function nameFault(name: string): { readonly message: string; readonly hint: string } | null {
  if (name.length <= MAX_NAME && NAME.test(name)) return null;
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[-0-9]+|-+$/gu, '')
    .slice(0, MAX_NAME);
  const message =
    name.length > MAX_NAME
      ? `it has more than ${MAX_NAME} characters`
      : 'it is written in lower case letters, digits and hyphens';
  return { message, hint: better === '' ? 'such as funds' : `such as ${better}` };
}
