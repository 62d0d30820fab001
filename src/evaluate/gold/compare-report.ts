import { arrow, columns, quoted } from '../show.ts';
import type { ChangedRelation, Comparison, FigureChange } from './compare.ts';

const decimals = (x: number): string => x.toFixed(3);
const signed = (x: number): string => (x > 0 ? `+${decimals(x)}` : decimals(x));

const row = ({ name, before, after, change }: FigureChange): string[] => [
  name,
  ...(['precision', 'recall', 'f1'] as const).map(
    (key) => `${decimals(before[key])} > ${decimals(after[key])}`,
  ),
  change === 0 ? '' : signed(change),
];

function lines(item: ChangedRelation): string[] {
  const rules = item.rules.length > 0 ? ` by ${item.rules.join(', ')}` : '';
  const line = `${item.document}  ${arrow(item)}${rules}`;
  return item.quote === undefined ? [line] : [line, `    ${quoted(item.quote)}`];
}

const list = (title: string, items: readonly ChangedRelation[]): string[][] =>
  items.length === 0 ? [] : [[`${title}: ${items.length}`, ...items.flatMap(lines)]];

/** Figures then and now, then every relation gained and lost and every wrong edge that came and went. */
export function renderComparison(
  { documents, figures, gained, lost, newlyWrong, noLongerWrong }: Comparison,
  now: number,
): string {
  const head =
    documents === now
      ? 'against the earlier report'
      : `against the earlier report of ${documents} articles: the figures are of other articles`;
  const parts = [
    [head],
    columns([['', 'P', 'R', 'F1', 'change'], ...figures.map(row)]),
    ...list('gained', gained),
    ...list('lost', lost),
    ...list('wrong edges that came', newlyWrong),
    ...list('wrong edges that went', noLongerWrong),
  ];
  if (gained.length + lost.length + newlyWrong.length + noLongerWrong.length === 0)
    parts.push(['no relation gained or lost, no wrong edge came or went']);
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}
