import { byCodeUnit } from '../model/index.ts';

/** Edit distance with transpositions (optimal string alignment), both words short. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** The known word closest to a mistyped one, or null where none is near. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const typed = word.slice(0, 64).toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of [...known].sort(byCodeUnit)) {
    if (Math.abs(candidate.length - typed.length) >= bestDistance) continue;
    const d = distance(typed, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** `did you mean "opposes"?`, or what there is to choose from, or undefined where there is nothing. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const names = [...new Set(known)].sort(byCodeUnit);
  const near = nearest(word, names);
  if (near !== null) return `did you mean "${near}"?`;
  return names.length > 0 && names.length <= 24 ? `known: ${names.join(', ')}` : undefined;
}
