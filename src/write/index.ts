export { edgeLabel, nodeLabel, relationshipType } from './labels.ts';
export { flattenEvidence, strongestEvidence } from './evidence.ts';
export { WRITERS, formatForFile, writerFor } from './registry.ts';
export { terminalSafe } from './text.ts';
export type { FlatEvidence } from './evidence.ts';
export type { WriteOptions, Writer } from './writer.ts';
