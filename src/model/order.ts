/**
 * Order of strings by UTF-16 code units: the only order used for output, since `localeCompare` depends on the
 * machine's locale data.
 */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
