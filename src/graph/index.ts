export { buildGraph } from './build.ts';
export type { RunInfo } from './build.ts';
export { filterGraph } from './filter.ts';
export type { GraphFilter } from './filter.ts';
export { mergeGraphs, uniteGraphs } from './merge.ts';
export type { MergedInput, NamedGraph } from './merge.ts';
export { recordsOf } from './records-of.ts';
export { graphSchema, parseGraph, referenceFault } from './schema.ts';
