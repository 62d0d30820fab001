import { measuredPrecision } from './measured.ts';
import { didYouMean, type Path } from '../faults/index.ts';
import type { UserError } from '../model/index.ts';
import type { Draft, FileDraft } from './draft.ts';
import { once } from './once.ts';
import { userError } from './place.ts';
import type {
  CompiledEntityRule,
  CompiledException,
  CompiledPattern,
  CompiledRule,
  CompiledSuppression,
  Instead,
  RelationDeclaration,
} from './ruleset.ts';
import type {
  WrittenEntityRule,
  WrittenException,
  WrittenOpenTree,
  WrittenRule,
  WrittenSuppression,
} from './schema/index.ts';
import { checkPattern, type PatternUse } from './tokens/check.ts';
import { compilePattern } from './tokens/compile.ts';
import { parsePattern } from './tokens/parse.ts';
import { requiredSets } from './tokens/required.ts';
import type { Required, RequiredReader } from './tokens/required.ts';
import type { PatternContext } from './tokens/syntax.ts';
import {
  argumentOf,
  compileOpenTree,
  compileTree,
  conditionsOf,
  deferOpenTree,
  deferTree,
  mentionTest,
  type CompiledTree,
  type TreeFault,
} from './tree/compile.ts';
import type { MentionTest, OpenTreePattern, TreeArgument } from './tree/syntax.ts';

const compiledOf = (
  text: string,
  node: CompiledPattern['node'],
  required: CompiledPattern['required'],
): CompiledPattern => ({
  text,
  node,
  required,
  program: once(() => compilePattern(node())),
});

/** Whether a key is there: of a rule that failed the schema even a required one may not be. */
const has = (rule: object, key: string): boolean => Object.hasOwn(rule, key);

/** Compiles the rules of one file. What is wrong goes to `errors`; a rule with a fault of its own comes out as null. */
export class RuleCompiler {
  readonly #draft: FileDraft;
  readonly #context: PatternContext;
  readonly #relations: ReadonlyMap<string, RelationDeclaration>;
  readonly #errors: UserError[];
  readonly #keys: RequiredReader | null;

  constructor(
    draft: FileDraft,
    context: PatternContext,
    relations: ReadonlyMap<string, RelationDeclaration>,
    errors: UserError[],
  ) {
    this.#draft = draft;
    this.#context = context;
    this.#relations = relations;
    this.#errors = errors;
    this.#keys = draft.source.keys ?? null;
  }

  rule({ rule, path, broken = false }: Draft<WrittenRule>): CompiledRule | null {
    const before = this.#errors.length;
    const { yaml } = this.#draft;
    const relation = has(rule, 'relation') && this.#relation(rule.relation, [...path, 'relation']);
    const both = rule.combine === 'both';
    if (both && !broken && !(rule.tokens && rule.tree))
      this.#fail(
        '"combine: both" is for a rule with "tokens" and "tree"',
        [...path, 'combine'],
        'add the other of the two, or take it out',
      );
    const patterns = this.#patterns(rule.tokens, [...path, 'tokens'], both ? 'condition' : 'match', rule.id);
    const exclude = this.#patterns(rule.exclude, [...path, 'exclude'], 'condition', rule.id);
    const trees = this.#trees(rule.tree, [...path, 'tree'], this.#keys ? deferTree : compileTree);
    const exceptions = (rule.except ?? []).map((exception, index) =>
      this.#exception(exception, [...path, 'except', index], rule.id),
    );
    if (!relation || broken || this.#errors.length > before) return null;
    return {
      id: rule.id,
      relation: rule.relation,
      description: rule.description ?? '',
      confidence: rule.confidence,
      measured: measuredPrecision(this.#draft.source.name, rule.id, rule.relation),
      priority: rule.priority,
      status: rule.status ?? null,
      types: {
        source: relation.source,
        target: rule.through ? new Set(this.#context.types.get('event')) : relation.target,
        without: new Set(rule.without ?? []),
      },
      throughEvent: rule.through !== undefined,
      declaration: relation,
      patterns,
      trees,
      combine: rule.combine,
      exclude,
      exceptions,
      match: rule.match ?? [],
      noMatch: rule['no-match'] ?? [],
      get at() {
        return yaml.at([...path, 'id']);
      },
    };
  }

  suppression({ rule, path, broken = false }: Draft<WrittenSuppression>): CompiledSuppression | null {
    const before = this.#errors.length;
    const { yaml } = this.#draft;
    const { relations } = rule;
    if (has(rule, 'relations') && relations !== 'all')
      relations.forEach((name, index) => this.#relation(name, [...path, 'relations', index]));
    const patterns = this.#patterns(rule.tokens, [...path, 'tokens'], 'condition', rule.id);
    const trees = this.#trees(rule.tree, [...path, 'tree'], this.#keys ? deferOpenTree : compileOpenTree);
    if (broken || this.#errors.length > before) return null;
    return {
      id: rule.id,
      description: rule.description ?? '',
      relations: relations === 'all' ? null : new Set(relations),
      patterns,
      trees,
      reach: rule.reach,
      priority: rule.priority,
      match: rule.match ?? [],
      noMatch: rule['no-match'] ?? [],
      get at() {
        return yaml.at([...path, 'id']);
      },
    };
  }

  entityRule({ rule, path, broken = false }: Draft<WrittenEntityRule>): CompiledEntityRule | null {
    const before = this.#errors.length;
    const { yaml } = this.#draft;
    if (has(rule, 'type')) this.type(rule.type, [...path, 'type']);
    const patterns = this.#patterns(rule.tokens, [...path, 'tokens'], 'entity', rule.id);
    if (broken || this.#errors.length > before) return null;
    return {
      id: rule.id,
      description: rule.description ?? '',
      type: rule.type,
      patterns,
      priority: rule.priority,
      match: rule.match ?? [],
      noMatch: rule['no-match'] ?? [],
      get at() {
        return yaml.at([...path, 'id']);
      },
    };
  }

  /** Checks that entities can have a type: a class such as `actor` is none. */
  type(name: string, path: Path): void {
    const { types } = this.#context;
    if (types.get(name)?.includes(name)) return;
    const known = [...types.keys()].filter((type) => types.get(type)?.includes(type));
    this.#fail(
      `there is no entity type "${name}"`,
      path,
      didYouMean(name, known) ?? 'declare it under "types"',
    );
  }

  #fail(message: string, path: Path, hint: string): void {
    this.#errors.push(userError(message, this.#draft.yaml.at(path), hint));
  }

  #relation(name: string, path: Path): RelationDeclaration | undefined {
    const relation = this.#relations.get(name);
    if (!relation)
      this.#fail(
        `relation "${name}" is not declared`,
        path,
        didYouMean(name, this.#relations.keys()) ?? 'declare it under "relations"',
      );
    return relation;
  }

  #patterns(
    written: string | readonly string[] | undefined,
    path: Path,
    use: PatternUse,
    rule?: string,
  ): readonly CompiledPattern[] {
    return listOf(written, path).flatMap(({ item: text, at }) => {
      const built = rule === undefined ? undefined : this.#keys?.(rule, text);
      if (built !== undefined) return [this.#unparsed(text, built)];
      const { node, faults } = parsePattern(text, this.#context);
      const all = node && faults.length === 0 ? checkPattern(node, use) : faults;
      for (const fault of all)
        this.#errors.push(
          userError(`pattern: ${fault.message}`, this.#draft.yaml.insideAt(at, fault.offset), fault.hint),
        );
      if (!node || all.length > 0) return [];
      return [
        compiledOf(
          text,
          () => node,
          once(() => requiredSets(node)),
        ),
      ];
    });
  }

  /** A pattern that the build has checked: it is parsed when it is first tried. */
  #unparsed(text: string, required: readonly Required[]): CompiledPattern {
    const node = once(() => {
      const parsed = parsePattern(text, this.#context).node;
      if (!parsed) throw new Error(`the pattern ${text} was built and can't be parsed`);
      return parsed;
    });
    return compiledOf(text, node, () => required);
  }

  #trees<Written extends WrittenOpenTree, Pattern extends OpenTreePattern>(
    written: Written | readonly Written[] | undefined,
    path: Path,
    compile: (written: Written, context: PatternContext) => CompiledTree<Pattern>,
  ): readonly Pattern[] {
    return listOf(written, path).flatMap(({ item, at }) => {
      const { pattern, faults } = compile(item, this.#context);
      this.#treeFaults(faults, at);
      return pattern ? [pattern] : [];
    });
  }

  #treeFaults(faults: readonly TreeFault[], path: Path): void {
    const { yaml } = this.#draft;
    for (const { path: below, offset, message, hint } of faults) {
      const whole = [...path, ...below];
      const where = offset === null ? yaml.at(whole) : yaml.insideAt(whole, offset);
      this.#errors.push(userError(`tree: ${message}`, where, hint));
    }
  }

  #exception({ when, then }: WrittenException, path: Path, rule: string): CompiledException {
    const faults: TreeFault[] = [];
    if (Object.keys(when).length === 0)
      this.#fail(
        '"when" holds no condition, so this would always apply',
        [...path, 'when'],
        'ask for a source, a target, "with", "unless" or "tokens"',
      );
    const slot = (end: 'source' | 'target'): MentionTest | null => {
      const written = when[end];
      return written ? mentionTest(written, ['when', end], this.#context, faults) : null;
    };
    const conditions = (key: 'with' | 'unless') =>
      conditionsOf(when[key], ['when', key], this.#context, faults);
    const compiled = {
      source: slot('source'),
      target: slot('target'),
      with: conditions('with'),
      unless: conditions('unless'),
      patterns: when.tokens
        ? this.#patterns(when.tokens, [...path, 'when', 'tokens'], 'condition', rule)
        : null,
      then: this.#outcome(then, path, faults),
    };
    this.#treeFaults(faults, path);
    return compiled;
  }

  #outcome(then: WrittenException['then'], path: Path, faults: TreeFault[]): CompiledException['then'] {
    if (then === 'exclude') return then;
    const none: Instead = {
      relation: null,
      status: null,
      confidence: null,
      swap: true,
      source: null,
      target: null,
    };
    if (then === 'swap') return none;
    if (Object.keys(then).length === 0)
      this.#fail('"then" says nothing', [...path, 'then'], 'write "exclude" or "swap", or what to change');
    const end = (key: 'source' | 'target'): TreeArgument | null => {
      const written = then[key];
      return written ? argumentOf(written, ['then', key], this.#context, faults) : null;
    };
    const relation =
      then.relation === undefined ? null : this.#relation(then.relation, [...path, 'then', 'relation']);
    return {
      relation: relation ?? null,
      status: then.status ?? null,
      confidence: then.confidence ?? null,
      swap: then.swap ?? false,
      source: end('source'),
      target: end('target'),
    };
  }
}

/** One value or a list of them as a list, each with its path. */
function listOf<T extends string | object>(
  written: T | readonly T[] | undefined,
  path: Path,
): readonly { readonly item: T; readonly at: Path }[] {
  if (written === undefined) return [];
  return Array.isArray(written)
    ? (written as readonly T[]).map((item, index) => ({ item, at: [...path, index] }))
    : [{ item: written as T, at: path }];
}
