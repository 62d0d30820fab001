import { parseGold, type GoldDocument } from '../../src/evaluate/gold/gold.ts';
import type {
  EvidenceRecord,
  SerializedEdge,
  SerializedGraph,
  SerializedNode,
  Status,
} from '../../src/model/index.ts';

/** A node by key, label and type. */
export const node = (
  key: string,
  label: string,
  type: string,
  aliases: string[] = [],
  mentions: string[] = [],
): SerializedNode => ({
  key,
  attributes: {
    label,
    entity_type: type,
    aliases,
    mentions: mentions.map((text) => ({ document: 'd', start: 0, end: text.length, text })),
    mention_count: mentions.length,
  },
});

export interface EdgeParts {
  status?: Status;
  /** Words of the article that become the evidence. */
  quote?: string;
  rule?: string;
  speaker?: string;
}

/** Builds graphs over one text, evidence given by its words. */
export function graphOver(text: string) {
  const evidence = ({ quote = '', rule = 'test.rule', speaker }: EdgeParts): EvidenceRecord => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`not in the text: ${quote}`);
    const end = start + quote.length;
    return {
      ...{ document: 'd', start, end, text: quote, rule, confidence: 1 },
      ...{ source: [start, end], target: [start, end], trigger: [], resolved: [] },
      ...(speaker === undefined ? {} : { attributed_to: { node: speaker, text: 'she', span: [start, end] } }),
    };
  };
  return {
    edge: (source: string, relation: string, target: string, parts: EdgeParts = {}): SerializedEdge => ({
      key: `${source}|${relation}|${target}|${parts.status ?? 'asserted'}`,
      source,
      target,
      attributes: {
        relation,
        status: parts.status ?? 'asserted',
        confidence: 1,
        weight: 1,
        attributed_to: parts.speaker === undefined ? [] : [parts.speaker],
        evidence: [evidence(parts)],
      },
    }),
  };
}

export const graphOf = (nodes: SerializedNode[], edges: SerializedEdge[] = []): SerializedGraph => ({
  options: { type: 'directed', multi: true, allowSelfLoops: true },
  attributes: { schema: 'extract-graph/1', generator: 'test 0', rules: [], documents: [] },
  nodes,
  edges,
});

type GoldEntityRow = [id: string, name: string, type: string, ...aliases: string[]];
type GoldRelationRow = [source: string, type: string, target: string, evidence: string, status?: Status];

export function goldOf(
  text: string,
  entities: GoldEntityRow[],
  relations: GoldRelationRow[] = [],
): GoldDocument {
  const gold = {
    entities: entities.map(([id, name, type, ...aliases]) => ({ id, name, type, aliases })),
    relations: relations.map(([source, type, target, evidence, status = 'asserted']) => ({
      ...{ source, type, target, evidence, status },
      coref: false,
    })),
  };
  return { id: 'd', article: 'd.txt', text, gold: parseGold('d.gold.json', JSON.stringify(gold)) };
}
