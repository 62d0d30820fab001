import type { SentenceTable, TokenTable } from '../model/index.ts';

/** A word that the models misread, another that they know and that stands in sentences as it does, and where it is meant. */
interface StandIn {
  readonly form: string;
  readonly other: string;
  readonly isMeant: (sentences: SentenceTable, tokens: TokenTable, token: number) => boolean;
}

const STAND_INS: readonly StandIn[] = [
  // A name, as nobody writes the verb so but to stress it.
  { form: 'IS', other: 'ISIS', isMeant: isName },
  // "Accused neighbouring Chad": taken for a verb of which the country is the object.
  { form: 'neighboring', other: 'tiny', isMeant: isBeforeItsNoun },
  { form: 'neighbouring', other: 'tiny', isMeant: isBeforeItsNoun },
];

/** What the verb follows where it is stressed: "it IS true", "that IS so". */
const STRESSED =
  /^(?:it|he|she|that|this|there|what|which|who|how|where|why|when|here|one|everything|nothing|it's|and it)$/u;

/** A picture behind a word is no noun that the word describes. */
const SMILEY = ':)';
const PICTURE = /^\p{Extended_Pictographic}/u;
/** The plain letters and marks, which most words begin with, need no look. */
const isPicture = (form: string): boolean => form.charCodeAt(0) > 0x20ff && PICTURE.test(form);

const known = new WeakMap<TokenTable, TokenTable>();

/**
 * The tokens as the models are to read them: a word that they would take for another gives way to one that they know.
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
  const ids = new Map(STAND_INS.map((one) => [strings.intern(one.form), one]));
  const at: (readonly [token: number, other: string])[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const one = ids.get(tokens.form[token]!);
    if (one?.isMeant(sentences, tokens, token)) at.push([token, one.other]);
    else if (!one && isPicture(strings.text(tokens.form[token]!))) at.push([token, SMILEY]);
  }
  if (at.length === 0) return tokens;
  const [form, lower] = [tokens.form.slice(), tokens.lower.slice()];
  for (const [token, other] of at) {
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

/** Not "the countries neighbouring Chad". */
function isBeforeItsNoun({ firstToken }: SentenceTable, tokens: TokenTable, token: number): boolean {
  if (token === firstToken[tokens.sentence[token]!]) return true;
  return !/^(?:countr(?:y|ies)|states?|nations?|provinces?|regions?|districts?|towns?|cit(?:y|ies)|villages?|areas?|places?|lands?|those)$/u.test(
    tokens.strings.text(tokens.lower[token - 1]!),
  );
}
