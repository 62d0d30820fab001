import { createHash } from 'node:crypto';
import { byPlace, didYouMean } from '../faults/index.ts';
import { UserError, UserErrors, byCodeUnit } from '../model/index.ts';
import type { RuleFileRecord } from '../model/index.ts';
import { RuleCompiler } from './compile.ts';
import { draftFile } from './draft.ts';
import type { Draft, FileDraft } from './draft.ts';
import { resolveImports } from './imports.ts';
import { measurements } from './measured.ts';
import { isPackFile, packOf, readPacks } from './packs.ts';
import type { Pack } from './packs.ts';
import { placeOf, userError } from './place.ts';
import { buildIndex } from './prefilter.ts';
import { declareRelations } from './relations.ts';
import type { GazetteerRow, RuleSet } from './ruleset.ts';
import type { RuleSource } from './source.ts';
import { isBuiltin } from './sources.ts';
import { declareTypes } from './types.ts';
import { resolveVocabularies } from './vocabulary.ts';

export interface CompileOptions {
  /** Ids of rules to leave out. */
  readonly disabled?: readonly string[];
}

/** Rules of every kind, in the order of the file. */
const rulesOf = (draft: FileDraft): readonly Draft<{ readonly id: string }>[] => [
  ...draft.entityRules,
  ...draft.suppressions,
  ...draft.rules,
];

function checkIds(drafts: readonly FileDraft[], errors: UserError[]): Set<string> {
  const first = new Map<string, { draft: FileDraft; path: Draft<unknown>['path'] }>();
  for (const draft of drafts) {
    for (const { rule, path } of rulesOf(draft)) {
      const id = rule.id as string | undefined;
      if (id === undefined) continue;
      const before = first.get(id);
      if (!before) first.set(rule.id, { draft, path });
      else
        errors.push(
          userError(
            `rule id "${rule.id}" is used already in ${placeOf(before.draft.yaml.at([...before.path, 'id']))}`,
            draft.yaml.at([...path, 'id']),
            'give one of them another id',
          ),
        );
    }
  }
  return new Set([...first.keys(), ...drafts.flatMap((draft) => draft.brokenIds)]);
}

function checkDisabled(disabled: readonly string[], ids: ReadonlySet<string>, errors: UserError[]): void {
  for (const id of disabled) {
    if (ids.has(id)) continue;
    const hint = didYouMean(id, ids) ?? 'extract rules list shows the ids';
    errors.push(new UserError(`no rule is called "${id}", so it can't be disabled`, { hint }));
  }
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
  const packFiles = sorted.filter(isPackFile);
  const ruleFiles = sorted.filter((source) => !packFiles.includes(source));
  const read = ruleFiles.map(draftFile);
  const drafts = read.map(({ draft }) => draft).filter((draft) => draft !== null);
  const errors = read.flatMap((file) => file.errors);
  const packs = readPacks(packFiles, errors);
  const broken = new Set(ruleFiles.filter((_, index) => !read[index]?.draft).map(({ name }) => name));
  const vocabularyOf = resolveVocabularies(resolveImports(drafts, broken, errors), errors);
  const types = declareTypes(drafts, errors);
  const relations = declareRelations(drafts, types, errors);
  checkDisabled(disabled, checkIds(drafts, errors), errors);
  const compiled = drafts.map((draft) => {
    const context = { vocabulary: vocabularyOf(draft), types: types.members };
    const compiler = new RuleCompiler(draft, context, relations, errors);
    return {
      rules: draft.rules.map((rule) => compiler.rule(rule)),
      suppressions: draft.suppressions.map((rule) => compiler.suppression(rule)),
      entityRules: draft.entityRules.map((rule) => compiler.entityRule(rule)),
      gazetteer: gazetteerOf(draft, compiler),
    };
  });
  const active = <Rule extends { readonly id: string }>(rules: readonly (Rule | null)[]): Rule[] =>
    rules
      .filter((rule) => rule !== null)
      .filter(({ id }) => !disabled.includes(id))
      .sort((a, b) => byCodeUnit(a.id, b.id));
  const rules = active(compiled.flatMap((file) => file.rules));
  const set: RuleSet = {
    files: [
      ...drafts.map(({ source, version }) => recordOf(source, packOf(source.name, packs), version)),
      ...packs.map((pack) => recordOf(pack.source, pack, pack.version)),
      ...(drafts.some(({ source }) => isBuiltin(source.name)) ? [measuredRecord()] : []),
    ].sort((a, b) => byCodeUnit(a.file, b.file)),
    types,
    relations: new Map([...relations].sort(([a], [b]) => byCodeUnit(a, b))),
    rules,
    suppressions: active(compiled.flatMap((file) => file.suppressions)),
    entityRules: active(compiled.flatMap((file) => file.entityRules)),
    gazetteer: compiled.flatMap((file) => file.gazetteer),
    index: buildIndex(rules),
  };
  return { rules: set, drafts, errors: errors.sort(byPlace) };
}

/** What the graph records of a file: a version of its own, or that of its pack. */
const recordOf = ({ name, text }: RuleSource, pack: Pack | null, version: string | null): RuleFileRecord => ({
  file: name,
  version: version ?? pack?.version ?? '0.0.0',
  sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  ...(pack && { pack: pack.name }),
});

/** The measured confidences, which decide over a graph as the rules do. */
const measuredRecord = (): RuleFileRecord =>
  recordOf({ name: 'builtin:measured', text: measurements().text }, null, null);

function gazetteerOf({ entities, yaml }: FileDraft, compiler: RuleCompiler): GazetteerRow[] {
  return entities.map((entry, row) => {
    compiler.type(entry.type, ['entities', row, 'type']);
    return {
      entry,
      at: (key, index) => yaml.at(['entities', row, key, ...(index === undefined ? [] : [index])]),
    };
  });
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
