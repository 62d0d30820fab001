export { type Clause } from './clause.ts';
export { enhance } from './enhance.ts';
export { ENHANCED_DEPREL, type EnhancedDeprel } from './labels.ts';
export { treesOf } from './trees.ts';
