/** A common noun phrase or pronoun that may stand for an actor. */
export interface Nominal {
  readonly firstToken: number;
  readonly endToken: number;
  readonly head: number;
  readonly lemma: string;
  readonly plural: boolean;
  readonly kind: 'representative' | 'description' | 'body' | 'person' | 'generic' | 'pronoun';
  /** For a representative: index of the name it speaks for. */
  readonly of: number | null;
}
