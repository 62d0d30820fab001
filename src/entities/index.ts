export { resolveEntities } from './resolve.ts';
export { foldName } from './fold.ts';
export { isAcronymOf } from './acronyms.ts';
export { loadEntityFiles, parseEntityFiles, readEntitySources } from './user/index.ts';
export type { EntitySource, UserEntities, UserEntity } from './user/index.ts';
