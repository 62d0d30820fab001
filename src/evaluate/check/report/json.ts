import type { Report } from './report.ts';

/** The whole result as JSON. */
export const renderCheckJson = (result: Report): string => `${JSON.stringify(result, null, 2)}\n`;
