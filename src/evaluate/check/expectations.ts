import { parseYaml, schemaFaults, type Path } from '../../faults/index.ts';
import { UserError, UserErrors } from '../../model/index.ts';
import {
  expectationSchema,
  type EdgeExpectation,
  type EntityExpectation,
  type NoEdgeExpectation,
} from './expectation-schema.ts';

/** Where an expectation stands in its file. */
export interface Position {
  /** Counts from 1, as does `column`. */
  readonly line: number;
  readonly column: number;
  /** The keys that lead to it, such as `['edges', 3]`. */
  readonly path: Path;
}

export type Expectation = Position & {
  /** Why it falls short today; undefined where it must hold. */
  readonly gap: string | undefined;
} & (
    | { readonly kind: 'edge'; readonly expected: EdgeExpectation }
    | { readonly kind: 'no-edge'; readonly expected: NoEdgeExpectation }
    | { readonly kind: 'entity'; readonly expected: EntityExpectation }
    | { readonly kind: 'no-entity'; readonly expected: string }
    | { readonly kind: 'graph'; readonly expected: string }
  );
export type ExpectationKind = Expectation['kind'];

/**
 * The expectations of one file, in the order edges, no-edges, entities, no-entities, graph.
 *
 * @param file - path, for messages
 * @param text - content of the file
 * @throws UserErrors naming every fault with line and column
 */
export function parseExpectations(file: string, text: string): Expectation[] {
  const { yaml, errors } = parseYaml(file, text);
  if (!yaml) throw new UserErrors(errors);
  const parsed = expectationSchema.safeParse(yaml.value ?? {});
  if (!parsed.success) {
    throw new UserErrors(schemaFaults(parsed.error.issues, yaml, { schema: expectationSchema }));
  }
  const at = (...path: (string | number)[]): Position => {
    const { line = 1, column = 1 } = yaml.at(path);
    return { line, column, path };
  };
  const { edges = [], entities = [], graph } = parsed.data;
  const { 'no-edges': noEdges = [], 'no-entities': noEntities = [] } = parsed.data;
  const expectations: Expectation[] = [
    ...edges.map(({ gap, ...expected }, k) => ({
      kind: 'edge' as const,
      expected,
      gap,
      ...at('edges', k),
    })),
    ...noEdges.map(({ gap, ...expected }, k) => ({
      kind: 'no-edge' as const,
      expected,
      gap,
      ...at('no-edges', k),
    })),
    ...entities.map(({ gap, ...expected }, k) => ({
      kind: 'entity' as const,
      expected,
      gap,
      ...at('entities', k),
    })),
    ...noEntities.map((item, k) => {
      const { name, gap } = typeof item === 'string' ? { name: item, gap: undefined } : item;
      return { kind: 'no-entity' as const, expected: name, gap, ...at('no-entities', k) };
    }),
    ...(graph === undefined
      ? []
      : [{ kind: 'graph' as const, expected: graph, gap: undefined, ...at('graph') }]),
  ];
  if (expectations.length > 0) return expectations;
  throw new UserError('expects nothing', {
    at: { file, line: 1, column: 1 },
    hint: 'an article without edges: "no-edges: [{}]"',
  });
}
