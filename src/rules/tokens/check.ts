import { LIMITS } from './syntax.ts';
import type { PatternFault, PatternNode } from './syntax.ts';

/** Fewest and most times an argument is captured on a way through the pattern. */
function captures(node: PatternNode, argument: 'source' | 'target'): readonly [number, number] {
  switch (node.kind) {
    case 'mention':
      return node.argument === argument ? [1, 1] : [0, 0];
    case 'sequence':
      return node.items
        .map((item) => captures(item, argument))
        .reduce(([min, max], [itemMin, itemMax]) => [min + itemMin, max + itemMax], [0, 0]);
    case 'alternatives': {
      const counts = node.options.map((option) => captures(option, argument));
      return [Math.min(...counts.map(([min]) => min)), Math.max(...counts.map(([, max]) => max))];
    }
    case 'repeat': {
      const [min, max] = captures(node.item, argument);
      return [min * node.min, max * node.max];
    }
    case 'trigger':
      return captures(node.item, argument);
    default:
      return [0, 0];
  }
}

const capturesUnderAbsent = (node: PatternNode): boolean => {
  switch (node.kind) {
    case 'absent':
      return (['source', 'target'] as const).some((argument) => captures(node.item, argument)[1] > 0);
    case 'sequence':
      return node.items.some(capturesUnderAbsent);
    case 'alternatives':
      return node.options.some(capturesUnderAbsent);
    case 'repeat':
    case 'trigger':
      return capturesUnderAbsent(node.item);
    default:
      return false;
  }
};

/** Fewest tokens a match covers. */
function shortest(node: PatternNode): number {
  switch (node.kind) {
    case 'token':
    case 'mention':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + shortest(item), 0);
    case 'alternatives':
      return Math.min(...node.options.map(shortest));
    case 'repeat':
      return node.min * shortest(node.item);
    case 'trigger':
      return shortest(node.item);
    default:
      return 0;
  }
}

/** Instructions `compilePattern` would write, counted without writing them. */
function size(node: PatternNode): number {
  switch (node.kind) {
    case 'sequence':
      return node.items.reduce((sum, item) => sum + size(item), 0);
    case 'alternatives':
      return node.options.reduce((sum, option) => sum + size(option) + 2, 0);
    case 'repeat':
      return node.max * (size(node.item) + 1);
    case 'trigger':
    case 'absent':
      return size(node.item) + 1;
    default:
      return 1;
  }
}

/** What a pattern is for: a rule's match, a condition on one (a veto, a suppression), or a name. */
export type PatternUse = 'match' | 'condition' | 'entity';

/**
 * Faults of a pattern as a whole. A rule's pattern names each argument once, a condition at most once, an entity rule none. What
 * is no rule's pattern matches at least a word.
 */
export function checkPattern(node: PatternNode, use: PatternUse): PatternFault[] {
  const faults: PatternFault[] = [];
  const fault = (message: string, hint: string): void => void faults.push({ message, offset: 0, hint });
  if (size(node) >= LIMITS.instructions)
    fault(
      'this pattern is too large once its repeats are written out',
      `${LIMITS.instructions} steps at most: lower the bounds of repeats in repeats, or write several patterns`,
    );
  if (capturesUnderAbsent(node)) fault('an argument can not stand inside !( )', 'use #type there');
  for (const argument of ['source', 'target'] as const) {
    const [min, max] = captures(node, argument);
    if (use === 'entity' && max > 0)
      fault(`@${argument} has no meaning in a rule for entities`, 'use #type there');
    else if (max > 1)
      fault(
        `@${argument} stands in this pattern more than once on one way through it`,
        'leave one, and write #type for the others',
      );
    else if (use === 'match' && max === 0)
      fault(
        `@${argument} is missing in this pattern`,
        `write @${argument} where the ${argument} of the relation stands`,
      );
    else if (use === 'match' && min === 0)
      fault(
        `@${argument} is missing on one way through this pattern`,
        'write it in each alternative, and outside what may be left out',
      );
  }
  if (use !== 'match' && faults.length === 0 && shortest(node) === 0)
    fault('this pattern matches where there is nothing', 'write a word that must be there');
  return faults;
}
