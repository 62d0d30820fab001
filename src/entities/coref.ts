import type { Mention } from '../model/index.ts';
import type { Nominal } from './nominals.ts';

/** What a later description or pronoun may refer back to. */
export interface Antecedent {
  readonly entity: number;
  readonly type: string;
  readonly sentence: number;
  readonly firstToken: number;
  /** Opens its clause as a subject would. */
  readonly subject: boolean;
  readonly kind: Mention['kind'];
}

const TYPES: Readonly<Record<string, readonly string[]>> = {
  he: ['person'],
  she: ['person'],
  it: ['organization'],
  they: ['organization', 'group'],
};

/**
 * The entity a description ("the group") or pronoun refers to, or null. Precision first, in the manner of the sieves of Lee et al.
 * (2013): candidates of the right type in this sentence before it and in the one before; taken only when they are all one
 * entity, or when one entity alone opens its clause as subject.
 */
export function resolveNominal(
  nominal: Nominal,
  sentence: number,
  before: readonly Antecedent[],
): number | null {
  const types = TYPES[nominal.lemma] ?? ['organization'];
  const reach = nominal.kind === 'pronoun' ? 1 : 2;
  const near = before.filter((each) => types.includes(each.type) && sentence - each.sentence <= reach);
  const entities = new Set(near.map(({ entity }) => entity));
  if (entities.size === 1) return near[0]?.entity ?? null;
  const subjects = new Set(near.filter(({ subject }) => subject).map(({ entity }) => entity));
  if (subjects.size === 1) return [...subjects][0] ?? null;
  return null;
}
