/** An averaged perceptron over sparse features with dense rows per feature, for training (Collins 2002). */
export class Perceptron {
  readonly labels: number;
  readonly #ids = new Map<number, number>();
  readonly #keys: number[] = [];
  #weights: Float32Array;
  /** Σ step × change: the average is weights - spent / steps (Daumé 2006, fig. 2.3). */
  #spent: Float32Array;
  #step = 1;

  constructor(labels: number) {
    this.labels = labels;
    this.#weights = new Float32Array(labels << 12);
    this.#spent = new Float32Array(labels << 12);
  }

  get size(): number {
    return this.#keys.length;
  }

  /** The feature's row, made where there is none. */
  intern(key: number): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#keys.length;
    this.#ids.set(key, id);
    this.#keys.push(key);
    if ((id + 1) * this.labels > this.#weights.length) this.#grow();
    return id;
  }

  /** The feature's row, or -1. */
  find(key: number): number {
    return this.#ids.get(key) ?? -1;
  }

  #grow(): void {
    const grow = (old: Float32Array): Float32Array => {
      const grown = new Float32Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.#weights = grow(this.#weights);
    this.#spent = grow(this.#spent);
  }

  add(row: number, scores: Float32Array, at = 0): void {
    const { labels } = this;
    const weights = this.#weights;
    for (let from = row * labels, label = 0; label < labels; label++)
      scores[at + label]! += weights[from + label]!;
  }

  update(row: number, label: number, by: number): void {
    const at = row * this.labels + label;
    this.#weights[at]! += by;
    this.#spent[at]! += by * this.#step;
  }

  tick(): void {
    this.#step++;
  }

  /** The averaged weights, row by row with their keys. */
  *rows(): Generator<{ key: number; weights: Float32Array }> {
    const { labels } = this;
    for (let id = 0; id < this.#keys.length; id++) {
      const weights = new Float32Array(labels);
      for (let label = 0; label < labels; label++) {
        const at = id * labels + label;
        weights[label] = this.#weights[at]! - this.#spent[at]! / this.#step;
      }
      yield { key: this.#keys[id]!, weights };
    }
  }
}

/** A linear congruential generator, so that training is the same every time (Numerical Recipes' constants). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
