import { DEPREL } from '../parse/labels.ts';

/** Relations of the enhanced graph: those of the tree, then the ones only the graph has (universaldependencies.org/u/overview/enhanced-syntax). */
export const ENHANCED_DEPREL = [...DEPREL, 'ref', 'nsubj:xsubj', 'nsubj:pass:xsubj', 'csubj:xsubj'] as const;
export type EnhancedDeprel = (typeof ENHANCED_DEPREL)[number];

/** Code of a relation of the enhanced graph. Codes of the tree's relations are the tree's own. */
export const enhancedCode = (label: EnhancedDeprel): number => ENHANCED_DEPREL.indexOf(label);
