import { createHash } from 'node:crypto';
import { byPlace, didYouMean, type Path } from '../faults/index.ts';
import { ENTITY_TYPES, UserError, UserErrors, byCodeUnit } from '../model/index.ts';
import type { Location } from '../model/index.ts';
import { draftFile } from './draft.ts';
import type { FileDraft, RuleDraft } from './draft.ts';
import { buildIndex } from './prefilter.ts';
import type { CompiledPattern, CompiledRule, RelationDeclaration, RuleSet } from './ruleset.ts';
import type { RuleSource } from './sources.ts';
import { checkPattern, compilePattern } from './tokens/compile.ts';
import { parsePattern } from './tokens/parse.ts';
import type { PatternContext } from './tokens/syntax.ts';
import { compileTree } from './tree/compile.ts';
import type { TreePattern } from './tree/syntax.ts';

export interface CompileOptions {
  /** Ids of rules to leave out. */
  readonly disabled?: readonly string[];
}

/** Entity types, and the classes of types that declarations and patterns may name. */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...ENTITY_TYPES.map((type) => [type, [type]] as const),
  ['actor', ['person', 'organization', 'group', 'location']],
]);

const place = ({ file, line, column }: Location): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');
const userError = (message: string, at: Location, hint?: string): UserError =>
  new UserError(message, { at, ...(hint === undefined ? {} : { hint }) });

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Declarations of all files; declared twice in different words is a fault. */
function declareRelations(
  drafts: readonly FileDraft[],
  errors: UserError[],
): Map<string, RelationDeclaration> {
  const declared = new Map<string, { relation: RelationDeclaration; written: string; at: Location }>();
  for (const draft of drafts) {
    for (const [name, written] of draft.relations) {
      const path = ['relations', name];
      const types = (end: 'source' | 'target'): ReadonlySet<string> =>
        new Set(
          written[end].flatMap((type, index) => {
            const known = TYPES.get(type);
            if (!known)
              errors.push(
                userError(
                  `there is no entity type "${type}"`,
                  draft.yaml.at([...path, end, index]),
                  didYouMean(type, TYPES.keys()),
                ),
              );
            return known ?? [];
          }),
        );
      const relation: RelationDeclaration = {
        name,
        source: types('source'),
        target: types('target'),
        description: written.description ?? '',
        symmetric: written.symmetric ?? false,
      };
      const text = JSON.stringify([
        [...relation.source].sort(),
        [...relation.target].sort(),
        relation.symmetric,
      ]);
      const at = draft.yaml.keyAt(path);
      const before = declared.get(name);
      if (!before) declared.set(name, { relation, written: text, at });
      else if (before.written !== text)
        errors.push(
          userError(`relation "${name}" is declared otherwise in ${place(before.at)}`, at, 'declare it once'),
        );
    }
  }
  return new Map([...declared].map(([name, { relation }]) => [name, relation]));
}

const asList = (patterns: string | readonly string[] | undefined): readonly string[] =>
  patterns === undefined ? [] : typeof patterns === 'string' ? [patterns] : patterns;

function compilePatterns(
  draft: FileDraft,
  { rule, path }: RuleDraft,
  use: 'match' | 'exclude',
  context: PatternContext,
  errors: UserError[],
): CompiledPattern[] {
  const key = use === 'match' ? 'tokens' : 'exclude';
  const written = rule[key];
  return asList(written).flatMap((text, index) => {
    const at: Path = typeof written === 'string' ? [...path, key] : [...path, key, index];
    const { node, faults } = parsePattern(text, context);
    const all = node && faults.length === 0 ? checkPattern(node, use) : faults;
    for (const fault of all)
      errors.push(userError(`pattern: ${fault.message}`, draft.yaml.insideAt(at, fault.offset), fault.hint));
    return node && all.length === 0 ? [{ text, node, program: once(() => compilePattern(node)) }] : [];
  });
}

function compileTrees(
  draft: FileDraft,
  { rule, path }: RuleDraft,
  context: PatternContext,
  errors: UserError[],
): TreePattern[] {
  const { tree } = rule;
  if (!tree) return [];
  return (Array.isArray(tree) ? tree : [tree]).flatMap((written, index) => {
    const at: Path = Array.isArray(tree) ? [...path, 'tree', index] : [...path, 'tree'];
    const { pattern, faults } = compileTree(written, context);
    for (const { path: below, offset, message, hint } of faults) {
      const whole = [...at, ...below];
      const where = offset === null ? draft.yaml.at(whole) : draft.yaml.insideAt(whole, offset);
      errors.push(userError(`tree: ${message}`, where, hint));
    }
    return pattern ? [pattern] : [];
  });
}

function compileRule(
  draft: FileDraft,
  written: RuleDraft,
  relations: ReadonlyMap<string, RelationDeclaration>,
  errors: UserError[],
): CompiledRule | null {
  const { rule, path } = written;
  const { yaml } = draft;
  const faultsBefore = errors.length;
  const relation = relations.get(rule.relation);
  if (!relation)
    errors.push(
      userError(
        `relation "${rule.relation}" is not declared`,
        yaml.at([...path, 'relation']),
        didYouMean(rule.relation, relations.keys()) ?? 'declare it under "relations"',
      ),
    );
  const context = { vocabulary: draft.vocabulary, types: TYPES };
  const patterns = compilePatterns(draft, written, 'match', context, errors);
  const exclude = compilePatterns(draft, written, 'exclude', context, errors);
  const trees = compileTrees(draft, written, context, errors);
  if (!relation || errors.length > faultsBefore) return null;
  return {
    id: rule.id,
    relation: rule.relation,
    description: rule.description ?? '',
    confidence: rule.confidence,
    status: rule.status ?? null,
    types: { source: relation.source, target: relation.target, without: new Set(rule.without ?? []) },
    symmetric: relation.symmetric,
    patterns,
    trees,
    exclude,
    match: rule.match ?? [],
    noMatch: rule['no-match'] ?? [],
    at: yaml.at([...path, 'id']),
  };
}

function checkIds(drafts: readonly FileDraft[], errors: UserError[]): Set<string> {
  const first = new Map<string, Location>();
  for (const draft of drafts) {
    for (const { rule, path } of draft.rules) {
      const at = draft.yaml.at([...path, 'id']);
      const before = first.get(rule.id);
      if (before)
        errors.push(
          userError(
            `rule id "${rule.id}" is used already in ${place(before)}`,
            at,
            'give one of them another id',
          ),
        );
      else first.set(rule.id, at);
    }
  }
  return new Set([...first.keys(), ...drafts.flatMap((draft) => draft.brokenIds)]);
}

export interface CheckedRules {
  /** The rules without a fault. */
  readonly rules: RuleSet;
  /** The files as written. */
  readonly drafts: readonly FileDraft[];
  /** In order of file, line and column. */
  readonly errors: readonly UserError[];
}

/** Compiles rule files as far as they are sound, and tells every fault. */
export function checkRules(
  sources: readonly RuleSource[],
  { disabled = [] }: CompileOptions = {},
): CheckedRules {
  const sorted = [...sources].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.text, b.text));
  const read = sorted.map(draftFile);
  const drafts = read.map(({ draft }) => draft).filter((draft) => draft !== null);
  const errors = read.flatMap((file) => file.errors);
  const relations = declareRelations(drafts, errors);
  const ids = checkIds(drafts, errors);
  const rules = drafts
    .flatMap((draft) => draft.rules.map((rule) => compileRule(draft, rule, relations, errors)))
    .filter((rule) => rule !== null);
  for (const id of disabled) {
    const hint = didYouMean(id, ids);
    if (!ids.has(id))
      errors.push(new UserError(`no rule is called "${id}", so it can't be disabled`, hint ? { hint } : {}));
  }
  const active = rules.filter((rule) => !disabled.includes(rule.id)).sort((a, b) => byCodeUnit(a.id, b.id));
  const set: RuleSet = {
    files: drafts.map(({ source, version }) => ({
      file: source.name,
      version,
      sha256: createHash('sha256').update(source.text, 'utf8').digest('hex'),
    })),
    relations: new Map([...relations].sort(([a], [b]) => byCodeUnit(a, b))),
    rules: active,
    index: buildIndex(active),
  };
  return { rules: set, drafts, errors: errors.sort(byPlace) };
}

/**
 * Compiles rule files to rules. All files are checked whole before anything is thrown.
 * @throws UserErrors with every fault, in order of file, line and column
 */
export function compileRules(sources: readonly RuleSource[], options: CompileOptions = {}): RuleSet {
  const { rules, errors } = checkRules(sources, options);
  if (errors.length > 0) throw new UserErrors(errors);
  return rules;
}
