export type * from './model/graph.ts';
