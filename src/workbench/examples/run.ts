import { UserError } from '../../model/index.ts';
import type { Assertion, Document } from '../../model/index.ts';
import { assertRelations } from '../../relations/index.ts';
import { selectRules, suppresses } from '../../rules/index.ts';
import type { ExampleCase, RuleSet } from '../../rules/index.ts';
import { analyseText } from '../analysis.ts';
import type { Bench } from '../analysis.ts';

/** As ast-grep names them: fired on a sentence it must not, silent on one it must, or fired with other arguments. */
export type ExampleVerdict = 'validated' | 'noisy' | 'missing' | 'wrong';

/** An edge as an example's text gives it: the ends by all the words that name them. */
export interface FoundEdge {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly relation: string;
  readonly status: Assertion['status'];
}

export interface ExampleOutcome {
  readonly example: ExampleCase;
  readonly verdict: ExampleVerdict;
  /** What was found of the relation in question. */
  readonly edges: readonly FoundEdge[];
  /** For an entity rule: what was found in its place, `words (type)`. */
  readonly entities: readonly string[];
}

/** Runs examples; each text is analysed once. A rule is tried alone, with the suppressions of the set. */
export function runExamples(cases: readonly ExampleCase[], bench: Bench): ExampleOutcome[] {
  const documents = new Map<string, Document>();
  const sets = new Map<string, RuleSet>();
  return cases.map((example) => {
    const { subject, text, at } = example;
    const warn = (warning: UserError): void =>
      bench.warn?.(new UserError(warning.message, { at, ...(warning.hint && { hint: warning.hint }) }));
    let document = documents.get(text);
    if (!document) documents.set(text, (document = analyseText(text, { ...bench, warn })));
    if (subject.kind === 'entity-rule') return entityOutcome(example, document, bench.rules);
    if (subject.kind === 'suppression')
      return suppressionOutcome(example, suppresses(bench.rules, subject.id, document));
    const key = `${subject.kind} ${subject.id}`;
    let rules = sets.get(key);
    if (!rules) sets.set(key, (rules = rulesFor(example, bench.rules)));
    return edgeOutcome(example, document, rules);
  });
}

/** The rules that an example tries: one alone, or all of a relation. */
export const rulesFor = ({ subject }: ExampleCase, rules: RuleSet): RuleSet =>
  selectRules(rules, ({ id, relation }) =>
    subject.kind === 'relation' ? relation === subject.id : id === subject.id,
  );

function edgeOutcome(example: ExampleCase, document: Document, rules: RuleSet): ExampleOutcome {
  const { expected, subject } = example;
  const own = subject.kind === 'relation' ? subject.id : (rules.rules[0]?.relation ?? '');
  const relation = expected?.kind === 'edge' ? expected.relation : own;
  const edges = assertRelations(document, rules)
    .filter((assertion) => assertion.relation === relation)
    .map((assertion) => foundEdge(document, assertion));
  return { example, verdict: edgeVerdict(expected, edges), edges, entities: [] };
}

/** How what was found of a relation answers an example. */
export function edgeVerdict(expected: ExampleCase['expected'], edges: readonly FoundEdge[]): ExampleVerdict {
  if (expected?.kind !== 'edge') return edges.length === 0 ? 'validated' : 'noisy';
  if (edges.length === 0) return 'missing';
  const named = (words: readonly string[], name: string): boolean =>
    words.some((each) => each.includes(name));
  const met = edges.some(
    ({ source, target, status }) =>
      named(source, expected.source) && named(target, expected.target) && status === expected.status,
  );
  return met ? 'validated' : 'wrong';
}

/** An assertion by the words of its ends. */
export function foundEdge(document: Document, { source, target, relation, status }: Assertion): FoundEdge {
  const words = (entity: number): string[] =>
    document.entities[entity]!.mentions.map((index) => {
      const { start, end } = document.mentions[index]!;
      return document.article.text.slice(start, end);
    });
  return { source: words(source), target: words(target), relation, status };
}

const suppressionOutcome = (example: ExampleCase, finds: boolean): ExampleOutcome => ({
  example,
  verdict: finds === (example.expected !== null) ? 'validated' : finds ? 'noisy' : 'missing',
  edges: [],
  entities: [],
});

function entityOutcome(example: ExampleCase, document: Document, { entityRules }: RuleSet): ExampleOutcome {
  const type = entityRules.find(({ id }) => id === example.subject.id)?.type ?? '';
  const found = document.mentions
    .filter(({ kind, entity }) => kind === 'name' && entity !== null)
    .map(({ start, end, entity }) => ({
      text: document.article.text.slice(start, end),
      type: document.entities[entity!]!.type,
    }));
  const entities = found.map((each) => `${each.text} (${each.type})`);
  const { expected } = example;
  const typed = found.filter((each) => each.type === type);
  if (expected?.kind !== 'entity')
    return { example, verdict: typed.length === 0 ? 'validated' : 'noisy', edges: [], entities };
  if (typed.some(({ text }) => text === expected.entity))
    return { example, verdict: 'validated', edges: [], entities };
  const other = typed.length > 0 || found.some(({ text }) => text.includes(expected.entity));
  return { example, verdict: other ? 'wrong' : 'missing', edges: [], entities };
}
