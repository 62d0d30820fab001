import { didYouMean, parseYaml, schemaFaults, type Path, type PositionedYaml } from '../../faults/index.ts';
import { UserErrors } from '../../model/index.ts';
import type { Location, Status, UserError } from '../../model/index.ts';
import type { CheckedRules } from '../load.ts';
import { userError } from '../place.ts';
import type { RuleSource } from '../source.ts';
import { RuleTestFileSchema } from './schema.ts';
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

/**
 * Reads sidecar files (NAME.test.yaml).
 *
 * @throws UserErrors with every fault of every file, rules and relations that are not there included
 */
export function sidecarCases(sources: readonly RuleSource[], { rules }: CheckedRules): ExampleCase[] {
  const errors: UserError[] = [];
  const cases = sources.flatMap((source) => {
    const { yaml, errors: faults } = parseYaml(source.name, source.text);
    errors.push(...faults);
    if (!yaml) return [];
    const file = RuleTestFileSchema.safeParse(yaml.value);
    if (!file.success) {
      errors.push(...schemaFaults(file.error.issues, yaml, { schema: RuleTestFileSchema }));
      return [];
    }
    return file.data.tests.flatMap((test, index) => testCases(test, ['tests', index], yaml, rules, errors));
  });
  if (errors.length > 0) throw new UserErrors(errors);
  return cases;
}

function testCases(
  test: WrittenTest,
  path: Path,
  yaml: PositionedYaml,
  rules: CheckedRules['rules'],
  errors: UserError[],
): ExampleCase[] {
  const found = subjectOf(test, rules);
  if (!found) {
    const [key, name] = test.rule === undefined ? ['relation', test.relation ?? ''] : ['rule', test.rule];
    const known = key === 'rule' ? rules.rules.map(({ id }) => id) : rules.relations.keys();
    errors.push(userError(`there is no ${key} "${name}"`, yaml.at([...path, key]), didYouMean(name, known)));
    return [];
  }
  test.match?.forEach((example, index) => {
    if (fits(found.subject.kind, example)) return;
    errors.push(
      userError(
        `this is no example of ${found.subject.kind === 'rule' ? 'a relation rule' : `a ${found.subject.kind}`}`,
        yaml.at([...path, 'match', index]),
        FORMS[found.subject.kind],
      ),
    );
  });
  return casesOf(found.subject, found.states, test, yaml, path);
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
