import { arrow } from '../../evaluate/index.ts';
import type { Assertion, Document } from '../../model/index.ts';
import { terminalLine } from '../../write/index.ts';

/** `A -[relation]-> B  asserted, confidence 0.80, said by officials`. */
export const edgeText = ({ entities, article }: Document, each: Assertion): string => {
  const { source, relation, target, status, confidence, attributedTo } = each;
  const by = attributedTo
    ? `, said by ${terminalLine(article.text.slice(attributedTo.start, attributedTo.end))}`
    : '';
  const edge = arrow({ source: entities[source]!.name, relation, target: entities[target]!.name, status });
  return `${edge}  ${status}, confidence ${confidence.toFixed(2)}${by}`;
};
