import type { ArticleRecord, MergeDecision, SerializedGraph } from '../model/index.ts';
import { buildGraph } from './build.ts';
import type { RunInfo } from './build.ts';
import { recordsOf } from './records-of.ts';
import { outweigh, uniteDecisions } from './review/decisions.ts';

/** All that graphs were built from, united. */
export interface MergedInput {
  readonly records: readonly ArticleRecord[];
  readonly decisions: readonly MergeDecision[];
  /** All but the generator, which is whoever writes the merged graph. */
  readonly run: Omit<RunInfo, 'generator' | 'decisions'>;
}

export interface NamedGraph {
  readonly graph: SerializedGraph;
  /** Named in errors. */
  readonly file?: string;
}

/** @throws UserError where a graph lacks what merging takes (see `recordsOf`). */
export function uniteGraphs(graphs: readonly NamedGraph[]): MergedInput {
  const runs = graphs.map(({ graph }) => graph.attributes);
  const configs = new Set(runs.map(({ config_sha256 }) => config_sha256));
  const [config] = configs;
  return {
    records: graphs.flatMap(({ graph, file }) => recordsOf(graph, file)),
    decisions: uniteDecisions(runs.flatMap(({ decisions }) => decisions ?? [])),
    run: {
      rules: runs.flatMap(({ rules }) => rules),
      entityFiles: runs.flatMap(({ entity_files }) => entity_files ?? []),
      failed: runs.flatMap(({ failed }) => failed ?? []),
      // One configuration speaks for the whole only where every graph has it.
      ...(configs.size === 1 && config !== undefined && { configSha256: config }),
    },
  };
}

/**
 * The graph of all articles of the graphs given: set union, so neither order nor repetition plays a part, and merging a graph
 * into one that already holds it changes nothing.
 *
 * @param decisions A person's; they outweigh those that the graphs carry on the same names.
 * @throws UserError where a graph lacks what merging takes.
 */
export function mergeGraphs(
  graphs: readonly NamedGraph[],
  generator: string,
  decisions: readonly MergeDecision[] = [],
): SerializedGraph {
  const { records, decisions: known, run } = uniteGraphs(graphs);
  return buildGraph(records, { ...run, generator, decisions: outweigh(decisions, known) });
}
