import { didYouMean, type Path } from '../../faults/index.ts';
import { once } from '../once.ts';
import type { WrittenOpenTree, WrittenTree } from '../schema/index.ts';
import { normalise } from '../tokens/nodes.ts';
import type { MentionKind, PatternContext } from '../tokens/syntax.ts';
import { parsePath } from './path.ts';
import type {
  MentionTest,
  OpenTreePattern,
  PathNode,
  TreeArgument,
  TreeCondition,
  TreePattern,
  WordTest,
} from './syntax.ts';

/** A fault of a tree pattern: the path to its value below `tree`, and the offset inside that, null where the value as a whole is at fault. */
export interface TreeFault {
  readonly path: Path;
  readonly offset: number | null;
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

type Written<Key extends 'trigger' | 'source'> = WrittenTree[Key];
type WrittenCondition = Exclude<WrittenTree['with'], undefined | readonly unknown[]>;

const NOTHING: PathNode = { kind: 'alternatives', options: [] };

/** Null where there are faults. */
export interface CompiledTree<Pattern> {
  readonly pattern: Pattern | null;
  readonly faults: readonly TreeFault[];
}

/** Checks a tree pattern and resolves its vocabularies. */
export function compileTree(written: WrittenTree, context: PatternContext): CompiledTree<TreePattern> {
  const { pattern, faults } = compileOpenTree(written, context);
  const { source, target } = pattern ?? {};
  return { pattern: pattern && source && target ? { ...pattern, source, target } : null, faults };
}

/** As `compileTree`, for a pattern whose ends may be left out. */
export function compileOpenTree(
  written: WrittenOpenTree,
  context: PatternContext,
): CompiledTree<OpenTreePattern> {
  const faults: TreeFault[] = [];
  const { trigger } = written;
  if (trigger.lemma === undefined && trigger.word === undefined)
    faults.push({
      path: ['trigger'],
      offset: null,
      message: 'the trigger has neither a lemma nor a word',
      hint: 'give it one, such as lemma: claim, so that the rule costs nothing elsewhere',
    });
  const end = (key: 'source' | 'target'): TreeArgument | null => {
    const argument = written[key];
    return argument ? argumentOf(argument, [key], context, faults) : null;
  };
  const pattern: OpenTreePattern = {
    trigger: wordTest(trigger, ['trigger'], context, faults),
    with: conditionsOf(written.with, ['with'], context, faults),
    unless: conditionsOf(written.unless, ['unless'], context, faults),
    source: end('source'),
    target: end('target'),
  };
  return { pattern: faults.length === 0 ? pattern : null, faults };
}

/** As `compileTree`, for a pattern that the build has checked: all but its trigger waits until a word may be its trigger. */
export const deferTree = (written: WrittenTree, context: PatternContext): CompiledTree<TreePattern> =>
  deferred(written, context, compileTree);

export const deferOpenTree = (
  written: WrittenOpenTree,
  context: PatternContext,
): CompiledTree<OpenTreePattern> => deferred(written, context, compileOpenTree);

function deferred<Written extends WrittenOpenTree, Pattern extends OpenTreePattern>(
  written: Written,
  context: PatternContext,
  compile: (written: Written, context: PatternContext) => CompiledTree<Pattern>,
): CompiledTree<Pick<Pattern, keyof OpenTreePattern>> {
  const whole = once((): Pattern => {
    const { pattern } = compile(written, context);
    if (!pattern) throw new Error(`the tree ${JSON.stringify(written)} was built and has faults`);
    return pattern;
  });
  const pattern = {
    trigger: wordTest(written.trigger, ['trigger'], context, []),
    get with() {
      return whole().with;
    },
    get unless() {
      return whole().unless;
    },
    get source() {
      return whole().source;
    },
    get target() {
      return whole().target;
    },
  };
  return { pattern, faults: [] };
}

/** One condition, or a list of them; none where the key is not there. */
export function conditionsOf(
  written: WrittenTree['with'],
  at: Path,
  context: PatternContext,
  faults: TreeFault[],
): TreeCondition[] {
  if (written === undefined) return [];
  return Array.isArray(written)
    ? written.map((each, index) => conditionOf(each, [...at, index], context, faults))
    : [conditionOf(written, at, context, faults)];
}

function pathOf(text: string, at: Path, faults: TreeFault[]): PathNode {
  const { node, faults: found } = parsePath(text);
  for (const { message, offset, hint } of found)
    faults.push({ path: [...at, 'path'], offset, message, hint });
  return node ?? NOTHING;
}

const conditionOf = (
  written: WrittenCondition,
  at: Path,
  context: PatternContext,
  faults: TreeFault[],
): TreeCondition => ({
  path: pathOf(written.path, at, faults),
  word: wordTest(written, at, context, faults),
});

export function argumentOf(
  written: Written<'source'>,
  at: Path,
  context: PatternContext,
  faults: TreeFault[],
): TreeArgument {
  return { path: pathOf(written.path, at, faults), ...mentionTest(written, at, context, faults) };
}

/** What is asked of a mention and its head word, without the way to it. */
export function mentionTest(
  written: Omit<Written<'source'>, 'path'>,
  at: Path,
  context: PatternContext,
  faults: TreeFault[],
): MentionTest {
  const types = valuesOf(written.type).flatMap(({ text, offset, below }) => {
    const known = context.types.get(text);
    if (!known)
      faults.push({
        path: [...at, 'type', ...below],
        offset,
        message: `there is no entity type "${text}"`,
        hint: didYouMean(text, context.types.keys()) ?? 'declare it under "types"',
      });
    return known ?? [];
  });
  const kinds: readonly MentionKind[] =
    written.kind === undefined ? [] : typeof written.kind === 'string' ? [written.kind] : written.kind;
  return {
    word: wordTest(written, at, context, faults),
    types: written.type === undefined ? null : new Set(types),
    kinds: written.kind === undefined ? null : new Set(kinds),
  };
}

interface Value {
  readonly text: string;
  readonly offset: number;
  /** Path from the key to the string that holds it. */
  readonly below: Path;
}

/** Values joined by `|`, or in a list, each with its place. */
function valuesOf(written: string | readonly string[] | undefined): Value[] {
  if (written === undefined) return [];
  const split = (text: string, below: Path): Value[] => {
    let offset = 0;
    return text.split('|').map((part) => {
      const value = { text: part.trim(), offset: offset + part.length - part.trimStart().length, below };
      offset += part.length + 1;
      return value;
    });
  };
  return typeof written === 'string'
    ? split(written, [])
    : written.flatMap((text, index) => split(text, [index]));
}

function wordTest(
  written: Written<'trigger'>,
  at: Path,
  { vocabulary }: PatternContext,
  faults: TreeFault[],
): WordTest {
  const lookUp = (key: 'lemma' | 'word'): string[] =>
    valuesOf(written[key]).flatMap(({ text, offset, below }) => {
      const fault = (message: string, hint: string): void =>
        void faults.push({ path: [...at, key, ...below], offset, message, hint });
      if (text === '') fault('a value is missing here', 'write one, or take the "|" out');
      if (/^\/.*\/$/u.test(text))
        fault(
          'a regular expression stands in token patterns only',
          'list the words here, or write the expression in a pattern under "tokens", with "combine: both" where both must hold',
        );
      if (!text.startsWith('$')) return [normalise(text)];
      const entries = vocabulary.get(text.slice(1));
      if (!entries)
        fault(
          `vocabulary "${text}" is not declared in this file`,
          didYouMean(text.slice(1), vocabulary.keys()) ??
            'declare it under "vocabulary", or import the file that does',
        );
      return (entries ?? []).map((entry) => normalise(entry.trim()));
    });
  const lemmas = lookUp('lemma');
  const phrases = new Map<string, string[][]>();
  for (const lemma of lemmas) {
    const [first, ...rest] = lemma.split(/\s+/u);
    if (rest.length > 0) phrases.set(first!, [...(phrases.get(first!) ?? []), rest]);
  }
  const pos = typeof written.pos === 'string' ? [written.pos] : written.pos;
  return {
    lemmas: written.lemma === undefined ? null : new Set(lemmas.filter((lemma) => !/\s/u.test(lemma))),
    phrases,
    words: written.word === undefined ? null : new Set(lookUp('word')),
    pos: pos ? new Set<string>(pos) : null,
  };
}
