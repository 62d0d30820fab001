import { UPOS } from '../../model/index.ts';
import { didYouMean } from '../../faults/index.ts';
import { CLASSES, PENN_TAGS } from './classes.ts';
import { LIMITS } from './syntax.ts';
import type {
  ArgumentName,
  Constraint,
  MentionKind,
  MentionNode,
  PatternContext,
  PatternFault,
  PatternNode,
  TokenField,
  TokenNode,
} from './syntax.ts';

export interface ParsedPattern {
  /** Null where the pattern could not be read at all. */
  readonly node: PatternNode | null;
  readonly faults: readonly PatternFault[];
}

/** What ends a bare word. */
const SPECIAL = /[\s()[\]{}|?*+"<>!@#$%^,;:]/u;
const FIELDS: readonly TokenField[] = ['word', 'lemma', 'pos', 'tag'];
const MENTION_FIELDS = ['type', 'kind', 'role', 'lead'];
const KINDS: readonly MentionKind[] = ['name', 'nominal', 'pronoun'];

class SyntaxFault extends Error {
  readonly fault: PatternFault;
  constructor(fault: PatternFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Lower case with curly quotes made straight, as in the `lower` column of the tokens. */
export const normalise = (word: string): string =>
  word.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

const token = (constraints: readonly Constraint[], lexical: boolean): TokenNode => ({
  kind: 'token',
  constraints,
  lexical,
});
const word = (text: string): TokenNode =>
  token([{ field: 'word', negated: false, values: new Set([normalise(text)]) }], /[\p{L}\p{N}]/u.test(text));
const sequence = (items: readonly PatternNode[]): PatternNode =>
  items.length === 1 ? items[0]! : { kind: 'sequence', items };
const alternatives = (options: readonly PatternNode[]): PatternNode =>
  options.length === 1 ? options[0]! : { kind: 'alternatives', options };

interface WrittenValue {
  readonly text: string;
  readonly offset: number;
  readonly vocabulary: boolean;
}
interface WrittenConstraint {
  readonly field: string;
  readonly offset: number;
  readonly negated: boolean;
  readonly values: readonly WrittenValue[];
}

/** Reads one token pattern. Faults of meaning (an unknown vocabulary) are collected; a fault of syntax ends the reading. */
export function parsePattern(pattern: string, context: PatternContext): ParsedPattern {
  const faults: PatternFault[] = [];
  let at = 0;
  let depth = 0;

  const fail = (message: string, offset = at, hint?: string): never => {
    throw new SyntaxFault({ message, offset, hint });
  };
  const note = (message: string, offset: number, hint?: string): void => {
    faults.push({ message, offset, hint });
  };
  const skipSpace = (): void => {
    while (at < pattern.length && /\s/u.test(pattern[at]!)) at++;
  };
  const take = (text: string): boolean => {
    if (!pattern.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const bareWord = (): string => {
    const start = at;
    while (at < pattern.length && !SPECIAL.test(pattern[at]!)) at++;
    return pattern.slice(start, at);
  };
  const quoted = (): string => {
    const open = at++;
    const close = pattern.indexOf('"', at);
    if (close < 0) fail('this quotation mark is never closed', open);
    at = close + 1;
    return pattern.slice(open + 1, close);
  };
  const nested = <T>(open: number, close: string, read: () => T): T => {
    if (++depth > LIMITS.depth) fail(`brackets are nested deeper than ${LIMITS.depth}`, open);
    const result = read();
    skipSpace();
    if (!take(close)) {
      if (at >= pattern.length) fail(`this bracket is never closed: "${close}" is missing`, open);
      fail(`"${pattern[at]}" can't stand here`);
    }
    depth--;
    return result;
  };

  const readAlternatives = (): PatternNode => {
    const options = [readSequence()];
    while (take('|')) options.push(readSequence());
    return alternatives(options);
  };

  const readSequence = (): PatternNode => {
    const items: PatternNode[] = [];
    for (skipSpace(); at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')'; skipSpace()) {
      items.push(readQuantified());
    }
    if (items.length === 0) fail('an alternative or a group is empty');
    return sequence(items);
  };

  const readQuantified = (): PatternNode => {
    const start = at;
    const item = readAtom();
    const [min, max] = readQuantifier();
    if (min === 1 && max === 1) return item;
    if (item.kind === 'edge' || item.kind === 'absent') fail('this can not be repeated', start);
    return { kind: 'repeat', item, min, max };
  };

  const readQuantifier = (): readonly [number, number] => {
    if (take('?')) return [0, 1];
    if (take('*')) return [0, LIMITS.repeat];
    if (take('+')) return [1, LIMITS.repeat];
    return pattern[at] === '{' ? readCounts() : [1, 1];
  };

  const readCounts = (): readonly [number, number] => {
    const start = at;
    const counts = /\{(\d{1,6})(,(\d{1,6}))?\}/uy;
    counts.lastIndex = at;
    const found = counts.exec(pattern);
    if (!found) {
      const open = /\{\d+,\}/uy;
      open.lastIndex = at;
      if (open.test(pattern)) fail('a repeat needs an upper bound, such as {1,5}', start);
      return fail('a repeat is written {2} or {0,5}', start);
    }
    at += found[0].length;
    const min = Number(found[1]);
    const max = found[3] === undefined ? min : Number(found[3]);
    if (max > LIMITS.repeat) fail(`a repeat goes up to ${LIMITS.repeat} at most`, start);
    if (min > max) fail('the lower bound of this repeat is above the upper one', start);
    if (max === 0) fail('a repeat of nothing', start);
    return [min, max];
  };

  const readAtom = (): PatternNode => {
    const start = at;
    const char = pattern[at]!;
    if (pattern.startsWith('..', at)) return readGap();
    if (take('(')) return nested(start, ')', readAlternatives);
    if (take('!(')) return { kind: 'absent', item: nested(start, ')', readAlternatives) };
    if (take('^(')) return { kind: 'trigger', item: nested(start, ')', readAlternatives) };
    if (take('<')) return { kind: 'edge', at: 'start' };
    if (take('>')) return { kind: 'edge', at: 'end' };
    if (char === '"') return readLiteral();
    if (take('[')) return readToken(start);
    if (take('$')) return readVocabulary(start);
    if (take('@')) return readArgument(start);
    if (take('#')) return readMention(null, start);
    if (take('%')) return readClass(start);
    if (/[,;:]/u.test(char)) {
      at++;
      return word(char);
    }
    if (/[?*+{]/u.test(char))
      fail('there is nothing to repeat here', start, `quote it if the sign itself is meant: "${char}"`);
    const text = bareWord();
    if (text === '')
      fail(`"${char}" can't stand here`, start, `quote it if the sign itself is meant: "${char}"`);
    return text === '_' ? token([], false) : word(text);
  };

  const readGap = (): PatternNode => {
    if (take('...')) return { kind: 'repeat', item: token([], false), min: 0, max: LIMITS.repeat };
    const start = at;
    at += 2;
    if (pattern[at] !== '{') fail('a gap is written ... or ..{0,5}', start);
    const [min, max] = readCounts();
    return { kind: 'repeat', item: token([], false), min, max };
  };

  const readLiteral = (): PatternNode => {
    const start = at;
    const words = quoted().split(/\s+/u).filter(Boolean);
    if (words.length === 0) fail('there is nothing between these quotation marks', start);
    return sequence(words.map(word));
  };

  const readVocabulary = (start: number): PatternNode => {
    const name = bareWord();
    const entries = lookUp(name, start);
    return fromEntries(entries, [], start);
  };

  const readClass = (start: number): PatternNode => {
    const name = bareWord();
    const found = CLASSES.get(name);
    if (!found) note(`there is no class %${name}`, start, didYouMean(name, CLASSES.keys()));
    return found ?? token([], false);
  };

  const readArgument = (start: number): PatternNode => {
    const name = bareWord();
    if (name === 'source' || name === 'target') return readMention(name, start);
    return fail(
      `there is no argument @${name}`,
      start,
      didYouMean(name, ['source', 'target']) ?? 'an argument is @source or @target',
    );
  };

  /** After `@source`, `@target` or `#`: `[type=person kind=name role=subject lemma=leader]`; `#location` for short. */
  const readMention = (argument: ArgumentName | null, start: number): MentionNode => {
    const named = argument === null && pattern[at] !== '[' ? bareWord() : null;
    const written = take('[') ? readConstraints(start, [...MENTION_FIELDS, ...FIELDS]) : [];
    if (named === '' && written.length === 0)
      fail('a type is missing after "#"', start, 'write #location or #[type=location]');
    const ofType = named ? [{ text: named, offset: start + 1, vocabulary: false }] : [];
    const typeValues = [...ofType, ...written.filter((c) => c.field === 'type').flatMap(positiveValues)];
    const kindValues = written.filter((c) => c.field === 'kind').flatMap(positiveValues);
    const roleValues = written.filter((c) => c.field === 'role').flatMap(positiveValues);
    for (const value of kindValues)
      if (!KINDS.some((kind) => kind === value.text))
        note(`there is no kind of mention "${value.text}"`, value.offset, didYouMean(value.text, KINDS));
    for (const value of roleValues)
      if (value.text !== 'subject') note(`there is no role "${value.text}"`, value.offset, 'known: subject');
    const leadValues = written.filter((c) => c.field === 'lead').flatMap(positiveValues);
    for (const value of leadValues)
      if (value.text !== 'none') note(`"lead" can't be "${value.text}"`, value.offset, 'known: none');
    return {
      kind: 'mention',
      argument,
      types: typeValues.length > 0 ? new Set(typeValues.flatMap(typesOf)) : null,
      kinds: kindValues.length > 0 ? new Set(kindValues.map((value) => value.text as MentionKind)) : null,
      subject: roleValues.length > 0,
      bare: leadValues.length > 0,
      constraints: written
        .filter((c) => !MENTION_FIELDS.includes(c.field))
        .map((c) => tokenConstraint(c, false)),
    };
  };

  const positiveValues = (constraint: WrittenConstraint): readonly WrittenValue[] => {
    if (constraint.negated) note(`"${constraint.field}" takes "=" only`, constraint.offset);
    return constraint.values;
  };

  const typesOf = (value: WrittenValue): readonly string[] => {
    const types = context.types.get(value.text);
    if (!types)
      note(
        `there is no entity type "${value.text}"`,
        value.offset,
        didYouMean(value.text, context.types.keys()),
      );
    return types ?? [];
  };

  const readToken = (start: number): PatternNode => {
    const written = readConstraints(start, FIELDS);
    const lexical = written.some((c) => (c.field === 'word' || c.field === 'lemma') && !c.negated);
    const phrasal = written.find(
      (c) => !c.negated && c.values.some((v) => v.vocabulary && hasPhrases(v.text)),
    );
    if (!phrasal)
      return token(
        written.map((c) => tokenConstraint(c, true)),
        lexical,
      );
    const rest = written.filter((c) => c !== phrasal).map((c) => tokenConstraint(c, true));
    const entries = phrasal.values.flatMap((v) => (v.vocabulary ? lookUp(v.text, v.offset) : [v.text]));
    if (phrasal.field !== 'lemma')
      note(`a vocabulary with phrases can only be a value of "lemma"`, phrasal.offset);
    return fromEntries(entries, rest, start);
  };

  const hasPhrases = (name: string): boolean =>
    (context.vocabulary.get(name) ?? []).some((entry) => /\s/u.test(entry.trim()));

  const lookUp = (name: string, offset: number): readonly string[] => {
    const entries = context.vocabulary.get(name);
    if (!entries)
      note(
        `vocabulary "$${name}" is not declared in this file`,
        offset,
        didYouMean(name, context.vocabulary.keys()),
      );
    return entries ?? [name];
  };

  /** Lemmas, or phrases of lemmas; what else is asked of the token is asked of the first word of a phrase. */
  const fromEntries = (
    entries: readonly string[],
    rest: readonly Constraint[],
    start: number,
  ): PatternNode => {
    const split = entries.map((entry) => normalise(entry).split(/\s+/u).filter(Boolean));
    const singles = split.filter((words) => words.length === 1).map((words) => words[0]!);
    const phrases = split.filter((words) => words.length > 1);
    const lemma = (values: readonly string[]): Constraint => ({
      field: 'lemma',
      negated: false,
      values: new Set(values),
    });
    const options: PatternNode[] = phrases.map((words) =>
      sequence(words.map((text, index) => token([lemma([text]), ...(index === 0 ? rest : [])], true))),
    );
    if (singles.length > 0) options.push(token([lemma(singles), ...rest], true));
    if (options.length === 0) fail('this vocabulary is empty', start);
    return alternatives(options);
  };

  const tokenConstraint = (written: WrittenConstraint, phrasesHandled: boolean): Constraint => {
    const field = written.field as TokenField;
    const values = written.values.flatMap((value) => {
      if (!value.vocabulary) return valuesOf(field, value);
      if (field === 'pos' || field === 'tag') {
        note(`"${field}" takes no vocabulary`, value.offset);
        return [];
      }
      if (hasPhrases(value.text) && (written.negated || !phrasesHandled))
        note(`vocabulary "$${value.text}" holds phrases, which can't be used here`, value.offset);
      return lookUp(value.text, value.offset).map(normalise);
    });
    return { field, negated: written.negated, values: new Set(values) };
  };

  const valuesOf = (field: TokenField, value: WrittenValue): readonly string[] => {
    if (field === 'word' || field === 'lemma') return [normalise(value.text)];
    const known: readonly string[] = field === 'pos' ? UPOS : PENN_TAGS;
    const prefix = field === 'tag' && value.text.endsWith('*') ? value.text.slice(0, -1) : null;
    const found = known.filter((tag) => (prefix === null ? tag === value.text : tag.startsWith(prefix)));
    if (found.length === 0)
      note(
        `"${value.text}" is no ${field === 'pos' ? 'universal part of speech' : 'Penn Treebank tag'}`,
        value.offset,
        didYouMean(value.text, known) ?? (field === 'tag' ? 'such as NN, VBD or VB*' : undefined),
      );
    return found;
  };

  /** `key=a|b key!=c]`, the opening bracket taken. */
  const readConstraints = (open: number, fields: readonly string[]): readonly WrittenConstraint[] => {
    const written: WrittenConstraint[] = [];
    for (skipSpace(); !take(']'); skipSpace()) {
      if (at >= pattern.length) fail('this bracket is never closed: "]" is missing', open);
      take('&');
      skipSpace();
      const offset = at;
      const field = /[a-z]*/uy;
      field.lastIndex = at;
      const name = field.exec(pattern)?.[0] ?? '';
      at += name.length;
      if (name === '') fail('a condition such as lemma=claim is expected here', offset);
      if (!fields.includes(name)) fail(`there is no condition "${name}"`, offset, didYouMean(name, fields));
      skipSpace();
      const negated = take('!=');
      if (!negated && !take('=')) fail(`"=" or "!=" is missing after "${name}"`);
      written.push({ field: name, offset, negated, values: readValues() });
    }
    if (written.length === 0) fail('there is nothing between these brackets', open, 'write _ for any token');
    return written;
  };

  const readValues = (): readonly WrittenValue[] => {
    const values: WrittenValue[] = [];
    do {
      skipSpace();
      const offset = at;
      if (pattern[at] === '"') values.push({ text: quoted(), offset, vocabulary: false });
      else {
        const vocabulary = take('$');
        let text = bareWord();
        if (take('*')) text += '*';
        if (text === '') fail('a value is missing here', offset);
        values.push({ text, offset, vocabulary });
      }
      skipSpace();
    } while (take('|'));
    return values;
  };

  try {
    const node = readAlternatives();
    if (at < pattern.length) fail(`"${pattern[at]}" can't stand here`);
    return { node, faults };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return { node: null, faults: [...faults, error.fault] };
  }
}
