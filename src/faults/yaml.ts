import { load } from 'js-yaml';
import {
  LineCounter,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  visit,
} from 'yaml';
import type { Document as YamlDocument, Node } from 'yaml';
import { UserError } from '../model/index.ts';
import type { Location } from '../model/index.ts';
import { tooDeepAt } from './yaml-depth.ts';

export type Path = readonly (string | number)[];

/** A parsed YAML file that knows where its values stand. */
export interface PositionedYaml {
  readonly value: unknown;
  /** Where the value at a path stands; where it is missing, its closest ancestor. */
  readonly at: (path: Path) => Location;
  /** Where the key at a path stands. */
  readonly keyAt: (path: Path) => Location;
  /** Where the character at `offset` of the string at a path stands. */
  readonly insideAt: (path: Path, offset: number) => Location;
}

const MAX_ALIASES = 100;
/** What is wrong first makes most of what follows look wrong. */
const MAX_SYNTAX_ERRORS = 10;

/** Where the parser speaks of itself rather than of the file. */
const MESSAGES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second YAML document starts here; one file holds one',
};

/** What to do, by the parser's code; the usual reason for all others is a sign that YAML reads as its own. */
const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'put it as far in as its neighbours',
  DUPLICATE_KEY: 'leave one of them',
  MISSING_CHAR: 'write the quotation mark, bracket or colon that is missing before it',
  MULTIPLE_DOCS: 'put it into a file of its own',
  TAB_AS_INDENT: 'indent with blanks',
};
const QUOTE = 'quote texts that hold signs of YAML (: # @ % & * { [ "), and look at the indentation';

/** Offset in a scalar's source of the character at `offset` of its value: quotes, escapes and folded lines are passed over. */
function sourceOffset(source: string, value: string, offset: number): number {
  const quote = source[0] === '"' || source[0] === "'" ? source[0] : null;
  let at = quote ? 1 : 0;
  if (/^[|>]/u.test(source)) at = source.indexOf('\n') + 1;
  for (let index = 0; index < offset && at < source.length; index++) {
    at = alignedAt(source, value, at, index, quote) + width(source, at, quote);
  }
  return alignedAt(source, value, at, offset, quote);
}

const width = (source: string, at: number, quote: string | null): number => {
  if (quote === "'" && source.startsWith("''", at)) return 2;
  if (quote !== '"' || source[at] !== '\\') return 1;
  return source[at + 1] === 'x' ? 4 : source[at + 1] === 'u' ? 6 : source[at + 1] === 'U' ? 10 : 2;
};

/** Passes over indentation and line breaks that folding took out of the value. */
const alignedAt = (
  source: string,
  value: string,
  from: number,
  index: number,
  quote: string | null,
): number => {
  let at = from;
  const char = value[index];
  if (quote === '"' && source[at] === '\\') return at;
  while (at < source.length && /\s/u.test(source[at]!) && source[at] !== char && !/\s/u.test(char ?? 'x'))
    at++;
  return at;
};

/** A value whose places are not known: every fault is named with the file alone. */
export function unplaced(file: string, value: unknown): PositionedYaml {
  const at = (): Location => ({ file });
  return { value, at, keyAt: at, insideAt: at };
}

/** Anchors, aliases and tags: what the quick reader is not asked to judge. Also hit by some plain strings, which costs time only. */
const UNUSUAL = /(?:^|[\s,[{:-])[&*!][^\s,\]}(]/mu;

/** The value of a plain file, read several times faster than with places; null where the careful reader has to look. */
function readQuickly(text: string): { readonly value: unknown } | null {
  if (UNUSUAL.test(text)) return null;
  try {
    return { value: load(text) ?? null };
  } catch {
    return null;
  }
}

/**
 * Parses one YAML document; JSON is YAML too. Errors of syntax, unknown tags and alias bombs are returned, not thrown.
 * The value is null where there are errors. Places are worked out when first asked for: a file without a fault never pays for them.
 */
export function parseYaml(file: string, text: string): { yaml: PositionedYaml | null; errors: UserError[] } {
  const quick = readQuickly(text);
  if (!quick) return parseWithPlaces(file, text);
  const { value } = quick;
  let placed: PositionedYaml | undefined;
  const careful = (): PositionedYaml =>
    (placed ??= parseWithPlaces(file, text).yaml ?? unplaced(file, value));
  return {
    yaml: {
      value,
      at: (path) => careful().at(path),
      keyAt: (path) => careful().keyAt(path),
      insideAt: (path, offset) => careful().insideAt(path, offset),
    },
    errors: [],
  };
}

function parseWithPlaces(file: string, text: string): { yaml: PositionedYaml | null; errors: UserError[] } {
  const lines = new LineCounter();
  const location = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const deep = tooDeepAt(text);
  if (deep) {
    const fault = new UserError('this file is nested too deeply', {
      at: { file, ...deep },
      hint: 'nest its lists and mappings less',
    });
    return { yaml: null, errors: [fault] };
  }
  const document: YamlDocument.Parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    logLevel: 'error',
  });
  const errors = [...document.errors, ...document.warnings].slice(0, MAX_SYNTAX_ERRORS).map(
    (fault) =>
      new UserError(MESSAGES[fault.code] ?? `not valid YAML: ${fault.message}`, {
        at: location(fault.pos[0]),
        hint: HINTS[fault.code] ?? QUOTE,
      }),
  );
  errors.push(...unknownAliases(document, location));
  if (errors.length > 0) return { yaml: null, errors };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const at = { file, line: 1, column: 1 };
    return {
      yaml: null,
      errors: [new UserError('this file has too many aliases', { at, hint: 'write the values out' })],
    };
  }
  return { yaml: { value, ...positions(document, text, location) }, errors: [] };
}

function unknownAliases(document: YamlDocument.Parsed, location: (offset: number) => Location): UserError[] {
  const errors: UserError[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source) && errors.length < MAX_SYNTAX_ERRORS) {
        errors.push(
          new UserError(`nothing before this alias is called "&${node.source}"`, {
            at: location(node.range?.[0] ?? 0),
            hint: `quote it if it is text: "*${node.source}"`,
          }),
        );
      }
    },
  });
  return errors;
}

function positions(
  document: YamlDocument.Parsed,
  text: string,
  location: (offset: number) => Location,
): Omit<PositionedYaml, 'value'> {
  const resolve = (node: unknown): Node | null => {
    if (isAlias(node)) return node.resolve(document) ?? null;
    return isNode(node) ? node : null;
  };
  /** The node at a path, or as far as the path goes. */
  const walk = (path: Path): { node: Node | null; complete: boolean } => {
    let node = resolve(document.contents);
    for (const step of path) {
      const next: Node | null = isCollection(node) ? resolve(node.get(step, true)) : null;
      if (!next) return { node, complete: false };
      node = next;
    }
    return { node, complete: true };
  };
  const start = (node: Node | null): number => node?.range?.[0] ?? 0;
  return {
    at: (path) => location(start(walk(path).node)),
    keyAt: (path) => {
      const parent = walk(path.slice(0, -1)).node;
      const key = path.at(-1);
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
        : undefined;
      return location(start(pair && isNode(pair.key) ? pair.key : parent));
    },
    insideAt: (path, offset) => {
      const { node, complete } = walk(path);
      if (!complete || !isScalar(node) || typeof node.value !== 'string' || !node.range)
        return location(start(node));
      const source = text.slice(node.range[0], node.range[1]);
      return location(node.range[0] + sourceOffset(source, node.value, offset));
    },
  };
}
