import { ENHANCED_DEPREL, type EnhancedDeprel } from './labels.ts';

/** A lookup by relation code: 1 for the given relations. */
export function labelSet(...labels: readonly EnhancedDeprel[]): Uint8Array {
  return Uint8Array.from(ENHANCED_DEPREL, (label) => (labels.includes(label) ? 1 : 0));
}
