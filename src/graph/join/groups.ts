/** The items under their keys, in order. (`Map.groupBy` comes with Node 21.) */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Disjoint sets of the numbers 0 to `size` - 1. The root of a set is its smallest number, whatever the order of unions. */
export class DisjointSets {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }

  find(i: number): number {
    let root = i;
    for (let up = this.#parent[root]; up !== undefined && up !== root; up = this.#parent[root]) root = up;
    for (let at = i; at !== root;) {
      const up = this.#parent[at] as number;
      this.#parent[at] = root;
      at = up;
    }
    return root;
  }

  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.#parent[Math.max(x, y)] = Math.min(x, y);
  }

  unionAll(items: readonly number[]): void {
    for (const item of items) this.union(items[0] as number, item);
  }

  /** The sets, each in ascending order, by their roots. */
  sets(): number[][] {
    return [...groupBy(this.#parent.keys(), (i) => this.find(i)).values()];
  }
}
