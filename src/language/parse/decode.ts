/**
 * Whether `heads` (rows 1..n, 0 the root) form a tree with exactly one word under the root. `mark` is scratch of n + 1 entries.
 */
export function isTree(heads: Int32Array, n: number, mark: Int32Array): boolean {
  mark.fill(0, 0, n + 1);
  let roots = 0;
  for (let i = 1; i <= n; i++) if (heads[i] === 0) roots++;
  if (roots !== 1) return false;
  for (let i = 1; i <= n; i++) {
    let at = i;
    while (at !== 0 && mark[at] === 0) {
      mark[at] = i;
      at = heads[at]!;
    }
    if (at !== 0 && mark[at] === i) return false;
  }
  return true;
}

/**
 * Maximum spanning tree with one word under the root (Chu & Liu 1965, Edmonds 1967): writes `heads`, rows 1..n. `scores[i * width + j]`
 * is what the arc from head j to dependent i is worth. Arcs from the root bear a penalty larger than any tree's score, so that
 * the best tree uses only one.
 */
export function spanningTree(
  scores: Float32Array,
  base: number,
  width: number,
  n: number,
  heads: Int32Array,
): void {
  const size = n + 1;
  const weights = new Float64Array(size * size);
  for (let i = 1; i <= n; i++) {
    for (let j = 0; j <= n; j++) weights[i * size + j] = scores[base + i * width + j]! - (j === 0 ? 1e6 : 0);
  }
  const best = edmonds(weights, size);
  for (let i = 1; i <= n; i++) heads[i] = best[i]!;
}

/** Heads of the maximum spanning arborescence rooted in 0 of a dense graph; contracts one cycle at a time. */
function edmonds(weights: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let best = i === 1 && size > 2 ? 2 : 0;
    for (let j = 0; j < size; j++) {
      if (j !== i && weights[i * size + j]! > weights[i * size + best]!) best = j;
    }
    heads[i] = best;
  }
  const cycle = findCycle(heads, size);
  if (cycle === undefined) return heads;
  return expand(weights, size, heads, cycle);
}

/** Marks (1) the rows of some cycle among `heads`. */
function findCycle(heads: Int32Array, size: number): Uint8Array | undefined {
  const mark = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let at = i;
    while (at !== 0 && mark[at] === 0) {
      mark[at] = i;
      at = heads[at]!;
    }
    if (at === 0 || mark[at] !== i) continue;
    const inside = new Uint8Array(size);
    for (let row = at; inside[row] === 0; row = heads[row]!) inside[row] = 1;
    return inside;
  }
  return undefined;
}

/** Contracts the cycle to one node, solves the smaller graph, and opens the cycle where that solution enters it. */
function expand(weights: Float64Array, size: number, heads: Int32Array, inside: Uint8Array): Int32Array {
  const outside: number[] = [];
  const members: number[] = [];
  for (let i = 0; i < size; i++) (inside[i] === 1 ? members : outside).push(i);
  const small = outside.length + 1;
  const node = small - 1;
  const reduced = new Float64Array(small * small).fill(-Infinity);
  const entry = new Int32Array(small);
  const exit = new Int32Array(small);
  outside.forEach((to, i) => {
    outside.forEach((from, j) => {
      reduced[i * small + j] = weights[to * size + from]!;
    });
    for (const member of members) {
      const leaving = weights[to * size + member]!;
      if (leaving > reduced[i * small + node]!) {
        reduced[i * small + node] = leaving;
        exit[i] = member;
      }
      const entering = weights[member * size + to]! - weights[member * size + heads[member]!]!;
      if (entering > reduced[node * small + i]!) {
        reduced[node * small + i] = entering;
        entry[i] = member;
      }
    }
  });
  const solved = edmonds(reduced, small);
  outside.forEach((to, i) => {
    if (i > 0) heads[to] = solved[i] === node ? exit[i]! : outside[solved[i]!]!;
  });
  const from = solved[node]!;
  heads[entry[from]!] = outside[from]!;
  return heads;
}
