import { didYouMean, parseYaml, schemaFaults, type Path, type PositionedYaml } from '../../faults/index.ts';
import type { Location, Status, UserError } from '../../model/index.ts';
import type { CheckedRules } from '../load.ts';
import { userError } from '../place.ts';
import type { RuleSource } from '../source.ts';
import { RuleTestFileSchema, TestSchema } from './schema.ts';
import type { WrittenTest } from './schema.ts';

/** What an example says must be found; null where nothing may. */
export type Expected =
  | {
      readonly kind: 'edge';
      readonly source: string;
      readonly target: string;
      readonly status: Status;
      readonly relation: string;
    }
  | { readonly kind: 'entity'; readonly entity: string; readonly type: string }
  /** A suppression must find something. */
  | { readonly kind: 'something' }
  | null;

/** One example, to be run. */
export interface ExampleCase {
  /** What is tried: a rule of some kind alone, or all rules of a relation. */
  readonly subject: {
    readonly kind: 'rule' | 'entity-rule' | 'suppression' | 'relation';
    readonly id: string;
  };
  readonly text: string;
  readonly expected: Expected;
  readonly at: Location;
}

type WrittenExample =
  | string
  | {
      readonly text: string;
      readonly entity?: string;
      readonly source?: string;
      readonly target?: string;
      readonly status?: Status | undefined;
      readonly relation?: string | undefined;
    };

interface Examples {
  readonly match?: readonly WrittenExample[] | undefined;
  readonly 'no-match'?: readonly string[] | undefined;
}

/** The examples of the rules in the files named, in the order of the files; of all files where none is. */
export function examplesOf({ drafts, rules }: CheckedRules, files?: ReadonlySet<string>): ExampleCase[] {
  const sound = new Set([...rules.rules, ...rules.suppressions, ...rules.entityRules].map(({ id }) => id));
  return drafts
    .filter(({ source }) => files === undefined || files.has(source.name))
    .flatMap(({ yaml, rules: own, suppressions, entityRules }) =>
      [
        ...entityRules.map((draft) => ({ ...draft, kind: 'entity-rule' as const, states: draft.rule.type })),
        ...suppressions.map((draft) => ({ ...draft, kind: 'suppression' as const, states: '' })),
        ...own.map((draft) => ({ ...draft, kind: 'rule' as const, states: draft.rule.relation })),
      ]
        .filter(({ rule }) => sound.has(rule.id))
        .flatMap(({ rule, path, kind, states }) => casesOf({ kind, id: rule.id }, states, rule, yaml, path)),
    );
}

function casesOf(
  subject: ExampleCase['subject'],
  states: string,
  { match = [], 'no-match': silent = [] }: Examples,
  yaml: PositionedYaml,
  path: Path,
): ExampleCase[] {
  return [
    ...match.map((example, index) => ({
      subject,
      text: typeof example === 'string' ? example : example.text,
      expected: expectedOf(example, states),
      at: yaml.at([...path, 'match', index]),
    })),
    ...silent.map((text, index) => ({
      subject,
      text,
      expected: null,
      at: yaml.at([...path, 'no-match', index]),
    })),
  ];
}

function expectedOf(example: WrittenExample, states: string): Expected {
  if (typeof example === 'string') return { kind: 'something' };
  const { entity, source = '', target = '', status = 'asserted', relation = states } = example;
  return entity === undefined
    ? { kind: 'edge', source, target, status, relation }
    : { kind: 'entity', entity, type: states };
}

/** Examples of sidecar files (NAME.test.yaml), and every fault of them, rules and relations that are not there included. */
export function sidecarCases(
  sources: readonly RuleSource[],
  checked: CheckedRules,
): { readonly cases: readonly ExampleCase[]; readonly errors: readonly UserError[] } {
  const errors: UserError[] = [];
  const broken = brokenNames(checked);
  const cases = sources.flatMap((source) => {
    const { yaml, errors: faults } = parseYaml(source.name, source.text);
    errors.push(...faults);
    if (!yaml) return [];
    const inTests = ({ path }: { readonly path: readonly PropertyKey[] }): boolean =>
      path[0] === 'tests' && path.length > 1;
    const head =
      RuleTestFileSchema.safeParse(yaml.value).error?.issues.filter((issue) => !inTests(issue)) ?? [];
    errors.push(...schemaFaults(head, yaml, { schema: RuleTestFileSchema }));
    const tests = isMapping(yaml.value) ? yaml.value['tests'] : null;
    if (!Array.isArray(tests)) return [];
    // One by one, so that a fault in one leaves the others standing.
    return tests.flatMap((written: unknown, index) => {
      const path = ['tests', index];
      const test = TestSchema.safeParse(written);
      if (test.success) return testCases(test.data, path, yaml, checked.rules, broken, errors);
      errors.push(...schemaFaults(test.error.issues, yaml, { base: path, schema: TestSchema }));
      return [];
    });
  });
  return { cases, errors };
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules that are written but have a fault: what stands there is told already. */
function brokenNames({ drafts, rules }: CheckedRules): ReadonlySet<string> {
  const sound = new Set([...rules.rules, ...rules.suppressions, ...rules.entityRules].map(({ id }) => id));
  const written = drafts.flatMap((draft) => [
    ...draft.brokenIds,
    ...[...draft.rules, ...draft.suppressions, ...draft.entityRules].map(({ rule }) => rule.id),
  ]);
  return new Set(written.filter((id) => !sound.has(id)));
}

function testCases(
  test: WrittenTest,
  path: Path,
  yaml: PositionedYaml,
  rules: CheckedRules['rules'],
  broken: ReadonlySet<string>,
  errors: UserError[],
): ExampleCase[] {
  if (test.rule !== undefined && broken.has(test.rule)) return [];
  const found = subjectOf(test, rules);
  if (!found) {
    const [key, name] = test.rule === undefined ? ['relation', test.relation ?? ''] : ['rule', test.rule];
    const known = key === 'rule' ? rules.rules.map(({ id }) => id) : rules.relations.keys();
    const hint = didYouMean(name, known) ?? `extract rules list shows every rule with its relation`;
    errors.push(userError(`there is no ${key} "${name}"`, yaml.at([...path, key]), hint));
    return [];
  }
  const unfit = new Set<number>();
  test.match?.forEach((example, index) => {
    if (fits(found.subject.kind, example)) return;
    unfit.add(index);
    errors.push(
      userError(
        `this is no example of ${found.subject.kind === 'rule' ? 'a relation rule' : `a ${found.subject.kind}`}`,
        yaml.at([...path, 'match', index]),
        FORMS[found.subject.kind],
      ),
    );
  });
  // The examples of `match` come first.
  return casesOf(found.subject, found.states, test, yaml, path).filter((_, index) => !unfit.has(index));
}

const FORMS: Readonly<Record<ExampleCase['subject']['kind'], string>> = {
  rule: 'write { text: …, source: …, target: … }',
  relation: 'write { text: …, source: …, target: … }',
  'entity-rule': 'write { text: …, entity: … }',
  suppression: 'write the sentence alone',
};

const fits = (kind: ExampleCase['subject']['kind'], example: WrittenExample): boolean => {
  if (typeof example === 'string') return kind === 'suppression';
  return 'entity' in example ? kind === 'entity-rule' : kind === 'rule' || kind === 'relation';
};

function subjectOf(
  { rule: id, relation }: WrittenTest,
  { rules, suppressions, entityRules, relations }: CheckedRules['rules'],
): { readonly subject: ExampleCase['subject']; readonly states: string } | null {
  if (id === undefined) {
    const known = relation !== undefined && relations.has(relation);
    return known ? { subject: { kind: 'relation', id: relation }, states: relation } : null;
  }
  const rule = rules.find((each) => each.id === id);
  if (rule) return { subject: { kind: 'rule', id }, states: rule.relation };
  if (suppressions.some((each) => each.id === id))
    return { subject: { kind: 'suppression', id }, states: '' };
  const entityRule = entityRules.find((each) => each.id === id);
  return entityRule ? { subject: { kind: 'entity-rule', id }, states: entityRule.type } : null;
}
