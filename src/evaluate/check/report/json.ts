import type { CheckResult } from '../check.ts';

/** The whole result as JSON. */
export const renderCheckJson = (result: CheckResult): string => `${JSON.stringify(result, null, 2)}\n`;
