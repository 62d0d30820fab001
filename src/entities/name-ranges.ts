/** A name by its tokens, `endToken` exclusive. */
export interface NameRange {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: string;
  readonly known: { readonly name: string } | null;
}

const namesByToken = new WeakMap<readonly NameRange[], ReadonlyMap<number, NameRange>>();

/** The name that holds a token; looked up, since every noun of an article asks. */
export function nameOver(names: readonly NameRange[], token: number): NameRange | undefined {
  let byToken = namesByToken.get(names);
  if (!byToken) {
    const found = new Map<number, NameRange>();
    for (const name of names)
      for (let i = name.firstToken; i < name.endToken; i++) if (!found.has(i)) found.set(i, name);
    namesByToken.set(names, (byToken = found));
  }
  return byToken.get(token);
}
