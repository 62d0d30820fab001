import { didYouMean } from '../../faults/index.ts';
import { UserError } from '../../model/index.ts';
import type { Figures } from './figures.ts';

/** The least F1 asked for, of a relation, of `core` or of `all`. */
export interface Floor {
  readonly of: string;
  readonly f1: number;
}

/** `0.6` asks it of all annotated relations together, `opposes=0.4` of one. Undefined where it is neither. */
export function parseFloor(written: string): Floor | undefined {
  const [, of = 'all', number = ''] = /^(?:([^=\s]+)=)?(\d*\.?\d+)$/u.exec(written) ?? [];
  const f1 = Number(number);
  return number !== '' && f1 <= 1 ? { of, f1 } : undefined;
}

/**
 * Those that the figures fall short of, one sentence each.
 *
 * @throws UserError for a floor under a figure that there is not
 */
export function shortfalls({ core, all, entities, relations }: Figures, floors: readonly Floor[]): string[] {
  const known = new Map<string, { readonly f1: number }>([
    ...Object.entries({ all, core, entities }),
    ...Object.entries(relations),
  ]);
  return floors.flatMap(({ of, f1: least }) => {
    const figures = known.get(of);
    if (!figures)
      throw new UserError(`--min-f1: there is no figure for "${of}"`, {
        hint: didYouMean(of, known.keys()) ?? 'name a relation of the gold graphs',
      });
    return figures.f1 < least ? [`F1 of ${of} is ${figures.f1.toFixed(3)}, below ${least.toFixed(3)}`] : [];
  });
}
