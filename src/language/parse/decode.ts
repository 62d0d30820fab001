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
 * Maximum spanning tree with one word under the root (Edmonds 1967, in the dense form of Tarjan 1977: quadratic). Writes `heads`, rows
 * 1..n. `scores[base + i * width + j]` is what the arc from head j to dependent i is worth. Arcs from the root bear a penalty
 * larger than any tree's score, so that the best tree uses only one.
 */
export function spanningTree(
  scores: Float32Array,
  base: number,
  width: number,
  n: number,
  heads: Int32Array,
): void {
  const graph = createGraph(scores, base, width, n);
  const state = new Uint8Array(graph.size);
  state[0] = DONE;
  const path: number[] = [];
  for (let start = 1; start < graph.size; start++) {
    if (graph.active[start] === 1 && state[start] === NEW) growPath(graph, start, state, path);
  }
  for (let row = 1; row < graph.size; row++) {
    if (graph.active[row] === 1) expand(graph, graph.node[row]!, heads);
  }
}

const NEW = 0;
const ON_PATH = 1;
const DONE = 2;
const ROOT_PENALTY = 1e6;

/**
 * Rows of a shrinking graph. A contracted cycle keeps one of its rows. Nodes 0..n are words; each contraction makes a further
 * node above the nodes of its rows.
 */
interface Graph {
  readonly size: number;
  /** What the best arc from row j into row i is worth, and the words at its two ends. */
  readonly weight: Float64Array;
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly active: Uint8Array;
  /** Node that each row stands for now. */
  readonly node: Int32Array;
  /** Per node: the contraction that swallowed it, its members, and the words of the arc chosen into it. */
  readonly parent: Int32Array;
  readonly members: (readonly number[])[];
  readonly chosenFrom: Int16Array;
  readonly chosenTo: Int16Array;
}

function createGraph(scores: Float32Array, base: number, width: number, n: number): Graph {
  const size = n + 1;
  const weight = new Float64Array(size * size);
  const from = new Int16Array(size * size);
  const to = new Int16Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      weight[i * size + j] = scores[base + i * width + j]! - (j === 0 ? ROOT_PENALTY : 0);
      from[i * size + j] = j;
      to[i * size + j] = i;
    }
  }
  return {
    size,
    weight,
    from,
    to,
    active: new Uint8Array(size).fill(1),
    node: Int32Array.from({ length: size }, (_, i) => i),
    parent: new Int32Array(2 * size).fill(-1),
    members: [],
    chosenFrom: new Int16Array(2 * size),
    chosenTo: new Int16Array(2 * size),
  };
}

/** Follows best arcs upwards from `start`, contracting each cycle met, until a row that is done. */
function growPath(graph: Graph, start: number, state: Uint8Array, path: number[]): void {
  path.length = 0;
  let row = start;
  while (state[row] !== DONE) {
    if (state[row] === ON_PATH) {
      const members = path.splice(path.indexOf(row));
      contract(graph, members, row);
      state[row] = NEW;
      continue;
    }
    state[row] = ON_PATH;
    path.push(row);
    row = chooseHead(graph, row);
  }
  for (const done of path) state[done] = DONE;
}

/** The row of the best arc into `row`, kept as its node's choice; the first of equals. */
function chooseHead(
  { size, weight, from, to, active, node, chosenFrom, chosenTo }: Graph,
  row: number,
): number {
  let best = -1;
  for (let j = 0; j < size; j++) {
    if (j === row || active[j] === 0) continue;
    if (best < 0 || weight[row * size + j]! > weight[row * size + best]!) best = j;
  }
  chosenFrom[node[row]!] = from[row * size + best]!;
  chosenTo[node[row]!] = to[row * size + best]!;
  return best;
}

/** Makes one row, `keep`, of the rows of a cycle. */
function contract(graph: Graph, members: readonly number[], keep: number): void {
  const { size, weight, active, node } = graph;
  // What the cycle's own arc into each member is worth: entering there instead gives it up.
  const given = members.map((_, k) => weight[members[k]! * size + members[(k + 1) % members.length]!]!);
  for (const member of members) active[member] = 0;
  for (let x = 0; x < size; x++) {
    if (active[x] === 0) continue;
    let entering = 0;
    let leaving = 0;
    members.forEach((member, k) => {
      const gain = weight[member * size + x]! - given[k]!;
      if (k === 0 || gain > weight[members[entering]! * size + x]! - given[entering]!) entering = k;
      if (k === 0 || weight[x * size + member]! > weight[x * size + members[leaving]!]!) leaving = k;
    });
    const gain = weight[members[entering]! * size + x]! - given[entering]!;
    copyArc(graph, members[entering]! * size + x, keep * size + x);
    weight[keep * size + x] = gain;
    copyArc(graph, x * size + members[leaving]!, x * size + keep);
  }
  active[keep] = 1;
  const made = size + graph.members.length;
  graph.members.push(members.map((member) => node[member]!));
  for (const member of members) graph.parent[node[member]!] = made;
  node[keep] = made;
}

function copyArc({ weight, from, to }: Graph, source: number, target: number): void {
  weight[target] = weight[source]!;
  from[target] = from[source]!;
  to[target] = to[source]!;
}

/** Opens a contracted node where its chosen arc enters it, and so on down to the words. */
function expand(graph: Graph, top: number, heads: Int32Array): void {
  const { size, parent, members, chosenFrom, chosenTo } = graph;
  const open = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node < size) {
      heads[node] = chosenFrom[node]!;
      continue;
    }
    let entered: number = chosenTo[node]!;
    while (parent[entered] !== node) entered = parent[entered]!;
    chosenFrom[entered] = chosenFrom[node]!;
    chosenTo[entered] = chosenTo[node]!;
    open.push(...members[node - size]!);
  }
}
