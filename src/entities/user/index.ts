export { applyUserEntities } from './apply.ts';
export type { UserCluster } from './apply.ts';
export { NO_USER_ENTITIES } from './entities.ts';
export type { UserEntities, UserEntity } from './entities.ts';
export { entitiesByRule, knownEntities } from './from-rules.ts';
export { loadEntityFiles, parseEntityFiles, readEntitySources } from './load.ts';
export type { EntityFileOptions, EntitySource } from './load.ts';
export { withUserNames } from './mentions.ts';
