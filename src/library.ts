import { parseEntityFiles, readEntitySources } from './entities/index.ts';
import type { EntitySource, UserEntities } from './entities/index.ts';
import { buildGraph, mergeGraphs } from './graph/index.ts';
import type { SerializedGraph, UserError } from './model/index.ts';
import { extractArticle, GENERATOR } from './pipeline/index.ts';
import { readArticle } from './read/index.ts';
import type { ReadOptions } from './read/index.ts';
import { builtinRuleSources, compileRules, readRuleSources } from './rules/index.ts';
import type { RuleSet, RuleSource } from './rules/index.ts';
import { writerFor } from './write/index.ts';
import type { WriteOptions } from './write/index.ts';

/** An article in memory: its text, or its bytes in UTF-8, UTF-16 with a byte order mark, or `encoding`. */
export interface ArticleInput extends ReadOptions {
  readonly text: string | Uint8Array;
  /** Stands in the graph as the document's source; its extension tells the format where `from` does not. Default `-`. */
  readonly source?: string;
}

export interface ExtractOptions {
  /** Default: the built-in rules. */
  readonly rules?: RuleSet;
  /** Read relations whatever language an article seems to be in. */
  readonly assumeEnglish?: boolean;
  /** Who is who, as the user knows it. */
  readonly entities?: UserEntities;
  /** Told of what was left out: a rule that takes too many steps in a sentence. */
  readonly warn?: (warning: UserError) => void;
}

export interface LoadEntitiesOptions {
  /** Entity files, YAML or CSV. */
  readonly paths?: readonly string[];
  /** Entity files in memory. */
  readonly sources?: readonly EntitySource[];
  /** Rules whose types the entities may have. */
  readonly rules?: RuleSet;
}

export interface LoadRulesOptions {
  /** Rule files, or folders of them, besides the built-in ones. */
  readonly paths?: readonly string[];
  /** Rule files in memory. */
  readonly sources?: readonly RuleSource[];
  /** Default true. */
  readonly builtin?: boolean;
  /** Ids of rules to leave out. */
  readonly disabled?: readonly string[];
}

/**
 * Loads and checks rule files.
 *
 * @throws UserErrors with every fault of every file, each with line and column.
 */
export function loadRules(options: LoadRulesOptions = {}): RuleSet {
  const { paths = [], sources = [], builtin = true, disabled = [] } = options;
  const all = [...(builtin ? builtinRuleSources() : []), ...readRuleSources(paths), ...sources];
  return compileRules(all, { disabled });
}

/**
 * Loads and checks entity files.
 *
 * @throws UserErrors with every fault of every file, each with line and column.
 */
export const loadEntities = ({ paths = [], sources = [], rules }: LoadEntitiesOptions = {}): UserEntities =>
  parseEntityFiles([...readEntitySources(paths), ...sources], rules && { types: rules.types.types });

/**
 * The graph of a set of articles; their order plays no part.
 *
 * @throws UserError where an article is not text.
 */
export function extract(articles: readonly ArticleInput[], options: ExtractOptions = {}): SerializedGraph {
  const { rules = loadRules(), assumeEnglish = false, entities = loadEntities(), warn } = options;
  const records = articles.map(({ text, source = '-', ...read }) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    return extractArticle(readArticle(source, bytes, read), { rules, assumeEnglish, entities, warn });
  });
  return buildGraph(records, { generator: GENERATOR, rules: rules.files, entityFiles: entities.files });
}

/**
 * The graph of all articles of the graphs given. Set union: order and repetition play no part.
 *
 * @throws UserError where a graph was not written by this program, which keeps in a graph what merging takes.
 */
export const merge = (graphs: readonly SerializedGraph[]): SerializedGraph =>
  mergeGraphs(
    graphs.map((graph) => ({ graph })),
    GENERATOR,
  );

/**
 * A graph as text.
 *
 * @param format One of the formats `extract --help` lists.
 * @throws UserError for an unknown format.
 */
export const write = (graph: SerializedGraph, format: string, options: WriteOptions = {}): string =>
  writerFor(format).write(graph, options);
