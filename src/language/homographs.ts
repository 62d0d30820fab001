import type { SentenceTable, TokenTable } from '../model/index.ts';

/**
 * Names in capitals that are words without them, each with a name that the models know and that stands in sentences as it does. "IS" has to
 * be read for a name, as nobody writes the verb so but to stress it.
 */
const STAND_INS: ReadonlyMap<string, string> = new Map([['IS', 'ISIS']]);

/** What the verb follows where it is stressed: "it IS true", "that IS so". */
const STRESSED =
  /^(?:it|he|she|that|this|there|what|which|who|how|where|why|when|here|one|everything|nothing|it's|and it)$/u;

const known = new WeakMap<TokenTable, TokenTable>();

/**
 * The tokens as the models are to read them: a name in capitals that they would take for a common word gives way to one that they know.
 * Of same length and offsets; the very tokens where nothing needs to.
 */
export function asRead(sentences: SentenceTable, tokens: TokenTable): TokenTable {
  const before = known.get(tokens);
  if (before) return before;
  const read = replaced(sentences, tokens);
  known.set(tokens, read);
  return read;
}

function replaced(sentences: SentenceTable, tokens: TokenTable): TokenTable {
  const { strings } = tokens;
  const ids = new Map([...STAND_INS].map(([form, other]) => [strings.intern(form), other]));
  const at: number[] = [];
  for (let token = 0; token < tokens.length; token++)
    if (ids.has(tokens.form[token]!) && isName(sentences, tokens, token)) at.push(token);
  if (at.length === 0) return tokens;
  const [form, lower] = [tokens.form.slice(), tokens.lower.slice()];
  for (const token of at) {
    const other = ids.get(tokens.form[token]!)!;
    form[token] = strings.intern(other);
    lower[token] = strings.intern(other.toLowerCase());
  }
  return { ...tokens, form, lower };
}

/** In a sentence with words in lower case, and not behind a word that the verb may have for its subject. */
function isName(sentences: SentenceTable, tokens: TokenTable, token: number): boolean {
  const sentence = tokens.sentence[token]!;
  const first = sentences.firstToken[sentence]!;
  const text = (i: number): string => tokens.strings.text(tokens.form[i]!);
  if (token > first && STRESSED.test(text(token - 1).toLowerCase())) return false;
  for (let i = first; i < sentences.endToken[sentence]!; i++)
    if (i !== token && /^\p{Ll}{3,}$/u.test(text(i))) return true;
  return false;
}
