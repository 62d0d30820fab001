export { whyTogether } from './why.ts';
export type { Togetherness } from './why.ts';
export { resolveEntities } from './resolve.ts';
export { foldName } from './fold.ts';
export { knownName } from './gazetteer/index.ts';
export { isAcronymOf } from './acronyms.ts';
export {
  knownEntities,
  loadEntityFiles,
  NO_USER_ENTITIES,
  parseEntityFiles,
  readEntitySources,
} from './user/index.ts';
export type { EntitySource, UserEntities, UserEntity } from './user/index.ts';
