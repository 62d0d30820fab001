export { WRITERS, formatForFile, writerFor } from './registry.ts';
export type { WriteOptions } from './writer.ts';
