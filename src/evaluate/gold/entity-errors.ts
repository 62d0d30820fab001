import { countedAs, goldType, isExtraEntity, nodeNames, typeAgrees, type Alignment } from './align.ts';
import { goldEntity, predictedNode, type EvalError } from './causes.ts';
import { foldNames, namesOverlap } from './fold.ts';
import type { GoldDocument } from './gold.ts';
import type { DocumentScore } from './score.ts';

/** Why a gold entity has no node of its own, and the node that comes nearest. */
function missedEntity(id: string, alignment: Alignment): Pick<EvalError, 'cause' | 'predicted' | 'detail'> {
  const names = foldNames(alignment.goldNames.get(id) ?? []);
  const cut: string[] = [];
  for (const [key, node] of alignment.nodes) {
    const own = nodeNames(node);
    const holder = alignment.goldOf.get(key);
    if (holder === undefined) {
      if ([...own].some((name) => [...names].some((gold) => namesOverlap(name, gold)))) cut.push(key);
    } else if ([...own].some((name) => names.has(name))) {
      const detail = `the node counts for ${alignment.entities.get(holder)?.name ?? holder}`;
      return { cause: 'merged', predicted: [predictedNode(key, alignment)], detail };
    }
  }
  if (cut.length === 0) return { cause: 'entity missed' };
  return { cause: 'span', predicted: cut.map((key) => predictedNode(key, alignment)) };
}

/** Entities missed, mistyped, split and extra; a node that a span error names isn't listed as extra too. */
export function entityErrors(
  { id: document, alignment }: DocumentScore,
  { gold }: GoldDocument,
): EvalError[] {
  const errors: EvalError[] = [];
  const explained = new Set<string>();
  for (const [id, entity] of alignment.entities) {
    const kind = countedAs(entity, gold);
    if (kind === undefined) continue;
    const base = { document, gold: goldEntity(entity) };
    const keys = alignment.found.get(id);
    if (!keys) {
      const error = { ...base, ...missedEntity(id, alignment) };
      if (error.cause === 'span') for (const node of error.predicted ?? []) explained.add(node.key);
      errors.push(error);
      continue;
    }
    const predicted = keys.map((key) => predictedNode(key, alignment));
    if (keys.length > 1) errors.push({ ...base, cause: 'split', predicted });
    if (kind === 'entity' && !predicted.some(({ type }) => typeAgrees(entity, goldType(type)))) {
      errors.push({ ...base, cause: 'type', predicted });
    }
  }
  for (const [key, node] of alignment.nodes) {
    if (!isExtraEntity(key, node, alignment) || explained.has(key)) continue;
    const quote = node.mentions[0]?.text;
    const error = { document, cause: 'extra entity' as const, predicted: [predictedNode(key, alignment)] };
    errors.push(quote === undefined ? error : { ...error, quote });
  }
  return errors;
}
