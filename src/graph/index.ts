export { buildGraph } from './build.ts';
export { filterGraph } from './filter.ts';
export type { GraphFilter } from './filter.ts';
export { graphSchema, parseGraph } from './schema.ts';
