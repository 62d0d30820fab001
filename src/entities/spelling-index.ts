import type { NameMention } from './names.ts';

/** One spelling of the article, with the type most of its mentions have. */
export interface Spelling {
  readonly name: string;
  readonly folded: string;
  readonly type: NameMention['type'];
  /** First token of its first mention in the story itself; Infinity where only titles have it. */
  readonly first: number;
  /** Says where something is, and was taken for a place. */
  readonly placed: boolean;
}

/**
 * Spellings under keys that two of them must share to be compared: comparing each with every other took a fifth of the time of a
 * text of half a megabyte.
 */
export class SpellingIndex {
  readonly #byKey = new Map<string, Set<Spelling>>();
  readonly #order = new Map<Spelling, number>();

  add(spelling: Spelling, keys: readonly string[]): void {
    if (!this.#order.has(spelling)) this.#order.set(spelling, this.#order.size);
    for (const key of keys) {
      const known = this.#byKey.get(key);
      if (known) known.add(spelling);
      else this.#byKey.set(key, new Set([spelling]));
    }
  }

  /** The spellings under any of the keys, in the order they were first added. */
  find(keys: readonly string[]): Spelling[] {
    const lists = keys.map((key) => this.#byKey.get(key)).filter((list) => list !== undefined);
    const found = new Set(lists.flatMap((list) => [...list]));
    const place = (spelling: Spelling): number => this.#order.get(spelling) ?? 0;
    return [...found].sort((a, b) => place(a) - place(b));
  }
}
