export { resolveEntities } from './resolve.ts';
export { foldName } from './fold.ts';
export { isAcronymOf } from './cluster.ts';
