export { resolveEntities } from './resolve.ts';
