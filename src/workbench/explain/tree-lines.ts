import type { Tree } from '../../model/index.ts';

/**
 * A dependency tree as one drawing per token, to stand before its word: a head's bar stands in the column of its depth and
 * spans its dependents, so that a word stands the further right the deeper it lies (after the text mode of Udapi, Popel et al.
 * 2017). Where bars of a tree that is not projective cross, they are drawn across.
 */
export function treeLines({ length, head }: Pick<Tree, 'length' | 'head'>): string[] {
  const depth = depths(head, length);
  const reach = Array.from({ length }, (_, at) => ({ from: at, to: at }));
  for (let at = 0; at < length; at++) {
    const own = reach[head[at]!];
    if (!own) continue;
    own.from = Math.min(own.from, at);
    own.to = Math.max(own.to, at);
  }
  return Array.from({ length }, (_, at) => {
    const cells: string[] = [];
    for (let bar = 0; bar < length; bar++) {
      const { from, to } = reach[bar]!;
      if (bar !== at && from < at && at < to && head[at] !== bar) cells[depth[bar]!] = '│';
    }
    const above = head[at]!;
    const column = depth[at]!;
    if (above >= 0) cells[column - 1] = elbow(reach[above]!, at);
    cells[column] = fork(reach[at]!, at, above < 0);
    return Array.from({ length: column + 1 }, (_, cell) => cells[cell] ?? ' ')
      .map((sign, cell) => (cell === column - 1 || cell === column ? `${sign}─` : `${sign} `))
      .join('');
  });
}

const depths = (head: Int32Array, length: number): number[] =>
  Array.from({ length }, (_, at) => {
    let depth = 0;
    for (let above = head[at]!; above >= 0 && depth < length; above = head[above]!) depth++;
    return depth;
  });

/** Where a dependent leaves the bar of its head. */
const elbow = ({ from, to }: { from: number; to: number }, at: number): string =>
  at === from ? '┌' : at === to ? '└' : '├';

/** Where a head meets its own bar. */
function fork({ from, to }: { from: number; to: number }, at: number, isRoot: boolean): string {
  const up = from < at;
  const down = to > at;
  if (!up && !down) return '─';
  if (up && down) return isRoot ? '├' : '┼';
  return isRoot ? (up ? '└' : '┌') : up ? '┴' : '┬';
}
