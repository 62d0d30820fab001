import type { Mention } from '../model/index.ts';

/** What a later description or pronoun may refer back to. */
export interface Antecedent {
  readonly entity: number;
  readonly type: string;
  readonly sentence: number;
  readonly firstToken: number;
  /** One past its last token. */
  readonly endToken: number;
  readonly head: number;
  readonly plural: boolean;
  readonly kind: Mention['kind'];
}

export interface Referent {
  readonly entity: number;
  /** Where the mention stands for several: the further ones. */
  readonly others?: readonly number[];
  /** Name of the sieve. */
  readonly method: string;
}
