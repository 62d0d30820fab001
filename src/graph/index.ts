export { buildGraph } from './build.ts';
export type { RunInfo } from './build.ts';
export { filterGraph } from './filter.ts';
export type { GraphFilter } from './filter.ts';
export { graphSchema, parseGraph, referenceFault } from './schema.ts';
