/** Labels of names: outside, then beginning, inside, last, unit of each type (BILOU; Ratinov & Roth 2009). */
export const NAME_LABELS = [
  'O',
  ...['person', 'organization', 'location'].flatMap((type) =>
    ['B', 'I', 'L', 'U'].map((part) => `${part}-${type}`),
  ),
] as const;
export const NAME_TYPES = ['person', 'organization', 'location'] as const;

/** Whether `next` may follow `last`; -1 is the edge of the sentence. */
export function mayFollow(last: number, next: number): boolean {
  const open = last > 0 && ((last - 1) & 3) < 2;
  const goesOn = next > 0 && (((next - 1) & 3) === 1 || ((next - 1) & 3) === 2);
  if (open) return goesOn && (last - 1) >> 2 === (next - 1) >> 2;
  return !goesOn;
}
