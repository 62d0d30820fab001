import { LineCounter, parseDocument } from 'yaml';
import { UserError, UserErrors } from '../../model/index.ts';
import { locate, userErrors, type Positioned } from '../schema-issues.ts';
import {
  EXPECTATION_KEYS,
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
  readonly path: readonly (string | number)[];
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

function parse(file: string, text: string): Positioned {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length === 0) return { file, document, lines };
  throw new UserErrors(
    document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return new UserError(`is not valid YAML: ${error.message}`, {
        at: { file, line, column: col },
        cause: error,
      });
    }),
  );
}

function content({ file, document }: Positioned): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // More aliases than the parser resolves, which is how a small file is made to fill the memory.
    throw new UserError(`is not valid YAML: ${(error as Error).message}`, { at: { file }, cause: error });
  }
}

/**
 * The expectations of one file, in the order edges, no-edges, entities, no-entities, graph.
 *
 * @param file - path, for messages
 * @param text - content of the file
 * @throws UserErrors naming every fault with line and column
 */
export function parseExpectations(file: string, text: string): Expectation[] {
  const source = parse(file, text);
  const value = content(source);
  const parsed = expectationSchema.safeParse(value ?? {});
  if (!parsed.success) {
    const keysAt = (path: readonly PropertyKey[]) => EXPECTATION_KEYS[String(path[0] ?? '')] ?? [];
    throw new UserErrors(userErrors(parsed.error.issues, value, file, source, keysAt));
  }
  const at = (...path: (string | number)[]): Position => {
    const { line = 1, column = 1 } = locate(source, path);
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
