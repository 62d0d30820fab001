export { WRITERS, formatForFile, writerFor } from './registry.ts';
export { shellQuoted } from './summary.ts';
export type { WriteOptions } from './writer.ts';
export { terminalLine, terminalSafe } from './text.ts';
