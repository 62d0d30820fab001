import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { SerializedGraph } from '../../model/index.ts';
import { readText } from '../files.ts';

/** A golden file as it would have to be. */
export interface GoldenUpdate {
  readonly file: string;
  /** New content of the file. */
  readonly content: string;
  /** Unified diff from the old content, or from nothing. */
  readonly diff: string;
}

const LEFT_OUT = ['generator', 'rules', 'config_sha256'];

const asFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The graph without what changes though the article's graph does not: the program's version, the hashes of rules and
 * configuration, and the folder the article was read from.
 */
export function comparable(graph: SerializedGraph): unknown {
  const attributes = Object.entries(graph.attributes).filter(([key]) => !LEFT_OUT.includes(key));
  const documents = graph.attributes.documents.map((document) => ({
    ...document,
    source: basename(document.source),
  }));
  // Through JSON, as the file goes: absent and undefined become the same.
  return JSON.parse(
    JSON.stringify({ ...graph, attributes: { ...Object.fromEntries(attributes), documents } }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What would have to be written for the graph to equal its golden file; undefined when it does.
 *
 * @throws UserError when the file can't be read
 */
export function goldenUpdate(file: string, graph: SerializedGraph): GoldenUpdate | undefined {
  const expected = comparable(graph);
  const content = asFile(expected);
  const old = existsSync(file) ? readText(file) : undefined;
  const golden = old === undefined ? undefined : parsed(old);
  if (golden !== undefined && isDeepStrictEqual(golden, expected)) return undefined;
  const before = golden === undefined ? (old ?? '') : asFile(golden);
  const name = basename(file);
  const diff = createTwoFilesPatch(name, name, before, content, undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return { file, content, diff };
}
