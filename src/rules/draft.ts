import { z } from 'zod';
import { schemaFaults, type Path, type PositionedYaml } from '../faults/index.ts';
import { UserError } from '../model/index.ts';
import {
  EntityRuleSchema,
  EntityTypeSchema,
  RelationSchema,
  RuleListFileSchema,
  RuleSchema,
  SingleRuleFileSchema,
  SuppressionSchema,
} from './schema/index.ts';
import type {
  GazetteerEntry,
  WrittenEntityRule,
  WrittenRelation,
  WrittenRule,
  WrittenSuppression,
  WrittenType,
} from './schema/index.ts';
import { tooLarge } from './files.ts';
import { MAX_RULE_FILE_BYTES, yamlOf } from './source.ts';
import type { RuleSource } from './source.ts';

/** A rule of any kind as written, defaults filled in, with its place in the file. */
export interface Draft<Rule> {
  readonly rule: Rule;
  readonly path: Path;
  /** Some of its keys failed the schema and are left out here: it is looked through for other faults, and never runs. */
  readonly broken?: boolean;
}
export type RuleDraft = Draft<WrittenRule>;

/** A file that passed the schema as far as it did; what did not is among the errors. */
export interface FileDraft {
  readonly source: RuleSource;
  readonly yaml: PositionedYaml;
  /** Null where the file gives none. */
  readonly version: string | null;
  readonly imports: readonly string[];
  readonly vocabulary: ReadonlyMap<string, readonly string[]>;
  readonly types: ReadonlyMap<string, WrittenType>;
  readonly relations: ReadonlyMap<string, WrittenRelation>;
  readonly entities: readonly GazetteerEntry[];
  readonly entityRules: readonly Draft<WrittenEntityRule>[];
  readonly suppressions: readonly Draft<WrittenSuppression>[];
  readonly rules: readonly RuleDraft[];
  /** Ids of rules that failed the schema: known, so that naming them is no second fault. */
  readonly brokenIds: readonly string[];
}

type Mapping = Record<string, unknown>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists whose items are checked one by one, so that a fault in one leaves the others standing. */
const LISTS = ['rules', 'suppress', 'entity-rules'] as const;

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

/** Declarations by name; one that failed the schema stands empty, so that it is not reported again as missing. */
const soundMap = <T extends z.ZodType>(
  value: unknown,
  schema: T,
  empty: z.output<T>,
): ReadonlyMap<string, z.output<T>> => {
  if (!isMapping(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, written]) => {
      const parsed = schema.safeParse(written);
      return [name, parsed.success ? parsed.data : empty];
    }),
  );
};

/** Reads one file as far as its schema goes. */
export function draftFile(source: RuleSource): { draft: FileDraft | null; errors: readonly UserError[] } {
  if (Buffer.byteLength(source.text) > MAX_RULE_FILE_BYTES) {
    return { draft: null, errors: [tooLarge(source.name)] };
  }
  const { yaml, errors } = yamlOf(source);
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
  return source.value === undefined
    ? draftMapping(source, yaml, data)
    : { draft: draftChecked(source, yaml, data as CheckedFile), errors: [] };
}

type CheckedFile = z.output<typeof RuleListFileSchema>;
const entriesOf = <T>(mapping: Readonly<Record<string, T>> | undefined): ReadonlyMap<string, T> =>
  new Map(Object.entries(mapping ?? {}));

/** A file that the build has checked: nothing of the schema is needed. */
function draftChecked(source: RuleSource, yaml: PositionedYaml, data: CheckedFile): FileDraft {
  const placed = <T>(key: (typeof LISTS)[number], rules: readonly T[] = []): Draft<T>[] =>
    rules.map((rule, index) => ({ rule, path: [key, index] }));
  return {
    source,
    yaml,
    version: data.version === undefined ? null : String(data.version),
    imports: data.import ?? [],
    vocabulary: entriesOf(data.vocabulary),
    types: entriesOf(data.types),
    relations: entriesOf(data.relations),
    entities: data.entities ?? [],
    entityRules: placed('entity-rules', data['entity-rules']),
    suppressions: placed('suppress', data.suppress),
    rules: placed('rules', data.rules),
    brokenIds: [],
  };
}

/** The keys of a rule that passed the schema, as if the others were not there; even one that is required may be missing. */
const soundKeys = <T extends z.ZodObject>(schema: T, written: Mapping): z.output<T> =>
  Object.fromEntries(
    Object.entries(schema.shape).flatMap(([key, of]) => {
      const { success, data } = z.safeParse<z.ZodType>(of as z.ZodType, written[key]);
      return success && data !== undefined ? [[key, data]] : [];
    }),
  ) as z.output<T>;

/** Checks rules of one kind one by one. */
class RuleReader {
  readonly errors: UserError[] = [];
  readonly brokenIds: string[] = [];
  readonly yaml: PositionedYaml;

  constructor(yaml: PositionedYaml) {
    this.yaml = yaml;
  }

  /** @param checked The whole file was checked before, this rule in it: what it lacks is told already. */
  read<T extends z.ZodObject>(
    schema: T,
    written: unknown,
    path: Path,
    checked = false,
  ): Draft<z.output<T>>[] {
    const parsed = schema.safeParse(written);
    if (parsed.success) return [{ rule: parsed.data, path }];
    if (!checked) this.errors.push(...schemaFaults(parsed.error.issues, this.yaml, { base: path, schema }));
    if (!isMapping(written)) return [];
    if (typeof written['id'] === 'string') this.brokenIds.push(written['id']);
    return [{ rule: soundKeys(schema, written), path, broken: true }];
  }

  /** Rules that match by tokens, by a tree, or by both. */
  readMatching<T extends z.ZodObject>(
    schema: T,
    written: unknown,
    path: Path,
    checked = false,
  ): Draft<z.output<T>>[] {
    if (isMapping(written) && !('tokens' in written) && !('tree' in written))
      this.errors.push(
        new UserError('a rule has "tokens", "tree", or both; this one has neither', {
          at: this.yaml.at(path),
          hint: 'write a pattern, such as tokens: "@source [lemma=fund pos=VERB] @target"',
        }),
      );
    return this.read(schema, written, path, checked);
  }
}

function draftMapping(
  source: RuleSource,
  yaml: PositionedYaml,
  data: Mapping,
): { draft: FileDraft; errors: readonly UserError[] } {
  const reader = new RuleReader(yaml);
  const single =
    !('rules' in data) && ('id' in data || 'tokens' in data || 'tree' in data || 'relation' in data);
  const listed = (key: (typeof LISTS)[number]): readonly unknown[] =>
    Array.isArray(data[key]) ? data[key] : [];
  const schema = single ? SingleRuleFileSchema : RuleListFileSchema;
  const emptied = LISTS.filter((key) => Array.isArray(data[key])).map((key) => [key, []] as const);
  const head = schema.safeParse({ ...data, ...Object.fromEntries(emptied) });
  if (!head.success) reader.errors.push(...schemaFaults(head.error.issues, yaml, { schema }));
  const rules = single
    ? reader.readMatching(
        RuleSchema,
        Object.fromEntries(Object.entries(data).filter(([key]) => Object.hasOwn(RuleSchema.shape, key))),
        [],
        true,
      )
    : listed('rules').flatMap((rule, index) => reader.readMatching(RuleSchema, rule, ['rules', index]));
  const suppressions = listed('suppress').flatMap((rule, index) =>
    reader.readMatching(SuppressionSchema, rule, ['suppress', index]),
  );
  const entityRules = listed('entity-rules').flatMap((rule, index) =>
    reader.read(EntityRuleSchema, rule, ['entity-rules', index]),
  );
  const { version } = data;
  const imports = data['import'];
  return {
    draft: {
      source,
      yaml,
      version: typeof version === 'string' || typeof version === 'number' ? String(version) : null,
      imports: Array.isArray(imports) ? imports.filter((path) => typeof path === 'string') : [],
      vocabulary: soundVocabulary(data['vocabulary']),
      types: soundMap(data['types'], EntityTypeSchema, {}),
      relations: soundMap(data['relations'], RelationSchema, { source: [], target: [] }),
      entities: head.success ? (head.data.entities ?? []) : [],
      entityRules,
      suppressions,
      rules,
      brokenIds: reader.brokenIds,
    },
    errors: reader.errors,
  };
}
