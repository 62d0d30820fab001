import { parseYaml, schemaFaults, unplaced, type Path, type PositionedYaml } from '../faults/index.ts';
import { UserError } from '../model/index.ts';
import {
  MatchExampleSchema,
  RelationSchema,
  RuleListFileSchema,
  RuleSchema,
  SingleRuleFileSchema,
  TreeArgumentSchema,
  TreeConditionSchema,
  TreeSchema,
  TreeTriggerSchema,
} from './schema.ts';
import type { WrittenRelation, WrittenRule } from './schema.ts';
import { MAX_RULE_FILE_BYTES } from './sources.ts';
import type { RuleSource } from './sources.ts';

/** A rule as written, with its place in the file. */
export interface RuleDraft {
  readonly rule: WrittenRule;
  readonly path: Path;
}

/** A file that passed the schema as far as it did; what did not is among the errors. */
export interface FileDraft {
  readonly source: RuleSource;
  readonly yaml: PositionedYaml;
  readonly version: string;
  readonly vocabulary: ReadonlyMap<string, readonly string[]>;
  readonly relations: ReadonlyMap<string, WrittenRelation>;
  readonly rules: readonly RuleDraft[];
  /** Ids of rules that failed the schema: known, so that naming them is no second fault. */
  readonly brokenIds: readonly string[];
}

type Mapping = Record<string, unknown>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape);
const HEAD_KEYS = keysOf(RuleListFileSchema);
const RULE_KEYS = keysOf(RuleSchema);

function treeKeysAt(path: Path): string[] {
  const last = path.findLast((step) => typeof step === 'string');
  if (last === 'trigger') return keysOf(TreeTriggerSchema);
  if (last === 'source' || last === 'target') return keysOf(TreeArgumentSchema);
  return last === 'tree' ? keysOf(TreeSchema) : keysOf(TreeConditionSchema);
}

const ruleKeysAt = (path: Path): readonly string[] =>
  path[0] === 'match' ? keysOf(MatchExampleSchema) : path[0] === 'tree' ? treeKeysAt(path) : RULE_KEYS;
const fileKeysAt =
  (single: boolean) =>
  (path: Path): readonly string[] => {
    if (path[0] === 'relations' && path.length === 2) return keysOf(RelationSchema);
    if (path.length > 0) return [];
    return single ? keysOf(SingleRuleFileSchema) : HEAD_KEYS;
  };

/** The fault of the version line, which decides whether the rest can be read at all. */
function versionFault(yaml: PositionedYaml, data: Mapping): UserError | null {
  if (data['extract'] === 1) return null;
  if (!('extract' in data)) {
    return new UserError('the version of the rule language is missing', {
      at: yaml.at([]),
      hint: 'write "extract: 1" on top of the file',
    });
  }
  return new UserError(`version ${JSON.stringify(data['extract'])} of the rule language is not supported`, {
    at: yaml.at(['extract']),
    hint: 'this program reads "extract: 1"',
  });
}

/** Vocabularies whose form is right, so that a fault in one is not reported again by each rule that uses another. */
const soundVocabulary = (value: unknown): ReadonlyMap<string, readonly string[]> => {
  if (!isMapping(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, entries]) => [
      name,
      Array.isArray(entries)
        ? entries.filter((entry) => typeof entry === 'string' && entry.trim() !== '')
        : [],
    ]),
  );
};

const soundRelations = (value: unknown): ReadonlyMap<string, WrittenRelation> => {
  if (!isMapping(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, written]) => {
      const relation = RelationSchema.safeParse(written);
      return relation.success
        ? [[name, relation.data] as const]
        : [[name, { source: [], target: [] }] as const];
    }),
  );
};

/** Reads one file as far as its schema goes. */
export function draftFile(source: RuleSource): { draft: FileDraft | null; errors: UserError[] } {
  if (Buffer.byteLength(source.text) > MAX_RULE_FILE_BYTES) {
    const message = `this rule file is larger than ${MAX_RULE_FILE_BYTES / 1024 / 1024} MB`;
    return { draft: null, errors: [new UserError(message, { at: { file: source.name }, hint: 'split it' })] };
  }
  const { yaml, errors } =
    source.value === undefined
      ? parseYaml(source.name, source.text)
      : { yaml: unplaced(source.name, source.value), errors: [] };
  if (!yaml) return { draft: null, errors };
  const data = yaml.value;
  if (!isMapping(data)) {
    const message = data === null ? 'this rule file is empty' : 'a rule file is a mapping of keys to values';
    return {
      draft: null,
      errors: [new UserError(message, { at: yaml.at([]), hint: 'start it with "extract: 1"' })],
    };
  }
  const fault = versionFault(yaml, data);
  if (fault) return { draft: null, errors: [fault] };
  return draftMapping(source, yaml, data);
}

function draftMapping(
  source: RuleSource,
  yaml: PositionedYaml,
  data: Mapping,
): { draft: FileDraft; errors: UserError[] } {
  const single =
    !('rules' in data) && ('id' in data || 'tokens' in data || 'tree' in data || 'relation' in data);
  const errors: UserError[] = [];
  const rules: RuleDraft[] = [];
  const brokenIds: string[] = [];
  const takeRule = (written: unknown, path: Path, checked: boolean): void => {
    const rule = RuleSchema.safeParse(written);
    if (isMapping(written) && !('tokens' in written) && !('tree' in written))
      errors.push(
        new UserError('a rule has "tokens", "tree", or both; this one has neither', { at: yaml.at(path) }),
      );
    if (rule.success) rules.push({ rule: rule.data, path });
    else {
      if (isMapping(written) && typeof written['id'] === 'string') brokenIds.push(written['id']);
      if (!checked) errors.push(...schemaFaults(rule.error.issues, yaml, { base: path, keysAt: ruleKeysAt }));
    }
  };
  if (single) {
    const file = SingleRuleFileSchema.safeParse(data);
    if (!file.success) errors.push(...schemaFaults(file.error.issues, yaml, { keysAt: fileKeysAt(true) }));
    takeRule(Object.fromEntries(Object.entries(data).filter(([key]) => RULE_KEYS.includes(key))), [], true);
  } else {
    const listed = Array.isArray(data['rules']) ? (data['rules'] as unknown[]) : null;
    const head = RuleListFileSchema.safeParse(listed ? { ...data, rules: [] } : data);
    if (!head.success) errors.push(...schemaFaults(head.error.issues, yaml, { keysAt: fileKeysAt(false) }));
    listed?.forEach((written, index) => takeRule(written, ['rules', index], false));
  }
  const version = data['version'];
  return {
    draft: {
      source,
      yaml,
      version: typeof version === 'string' || typeof version === 'number' ? String(version) : '0.0.0',
      vocabulary: soundVocabulary(data['vocabulary']),
      relations: soundRelations(data['relations']),
      rules,
      brokenIds,
    },
    errors,
  };
}
