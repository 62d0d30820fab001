import { createHash } from 'node:crypto';
import type { SerializedEdge, SerializedGraph, SerializedNode } from '../model/index.ts';
import { canonicalGraph, canonicalMentions } from './canonical.ts';
import { flattenEvidence, joinedDocuments } from './evidence.ts';
import type { FlatEvidence } from './evidence.ts';
import { edgeLabel, nodeLabel, relationshipType, rolesText } from './labels.ts';
import { xmlSafe } from './text.ts';
import type { Writer } from './writer.ts';

interface Column<T> {
  /** attr.name. Gephi swallows `id`, `edgeid`, `x`, `y`, `z`, `size`, `r`, `g`, `b`; `label` and `weight` it shows. */
  readonly name: string;
  readonly type: 'string' | 'int' | 'double';
  readonly value: (item: T) => string | number;
}

const NODE_COLUMNS: readonly Column<SerializedNode>[] = [
  { name: 'label', type: 'string', value: ({ attributes }) => attributes.label },
  { name: 'entity_type', type: 'string', value: ({ attributes }) => attributes.entity_type },
  { name: 'aliases', type: 'string', value: ({ attributes }) => attributes.aliases.join('; ') },
  { name: 'roles', type: 'string', value: ({ attributes }) => rolesText(attributes) },
  { name: 'date', type: 'string', value: ({ attributes }) => attributes.date ?? '' },
  { name: 'place', type: 'string', value: ({ attributes }) => attributes.place ?? '' },
  { name: 'mention_count', type: 'int', value: ({ attributes }) => attributes.mention_count },
  { name: 'documents', type: 'string', value: ({ attributes }) => joinedDocuments(attributes.mentions) },
  {
    name: 'mentions_json',
    type: 'string',
    value: ({ attributes }) => JSON.stringify(canonicalMentions(attributes.mentions)),
  },
];

/** An edge with its evidence flattened. */
type FlatEdge = SerializedEdge & { readonly flat: FlatEvidence };

const EDGE_COLUMNS: readonly Column<FlatEdge>[] = [
  { name: 'label', type: 'string', value: ({ attributes }) => edgeLabel(attributes) },
  { name: 'relation', type: 'string', value: ({ attributes }) => attributes.relation },
  { name: 'status', type: 'string', value: ({ attributes }) => attributes.status },
  { name: 'confidence', type: 'double', value: ({ attributes }) => attributes.confidence },
  { name: 'weight', type: 'int', value: ({ attributes }) => attributes.weight },
  { name: 'attributed_to', type: 'string', value: ({ attributes }) => attributes.attributed_to.join(' ') },
  ...(['quote', 'rule', 'documents', 'evidence_json'] as const).map((name) => ({
    name,
    type: 'string' as const,
    value: ({ flat }: FlatEdge) => flat[name],
  })),
];

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

/** GraphML (graphml.graphdrawing.org, 1.0) with the subset of key types that every reader takes. */
export const graphmlWriter: Writer = {
  format: 'graphml',
  extensions: ['.graphml'],
  write: (graph) => `${lines(canonicalGraph(graph)).join('\n')}\n`,
};

function lines({ attributes, nodes, edges }: SerializedGraph): string[] {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    comment(attributes),
    element('graphml', {
      xmlns: NAMESPACE,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd`,
    }),
    ...NODE_COLUMNS.map((column) => keyLine('node', column)),
    ...EDGE_COLUMNS.map((column) => keyLine('edge', column)),
    `  ${element('graph', { edgedefault: 'directed' })}`,
    ...nodes.flatMap((node) => [
      // `labels` here and `label` on edges are what Neo4j's APOC reads; others pass over them.
      `    ${element('node', { id: identifier(node.key), labels: `:${nodeLabel(node.attributes.entity_type)}` })}`,
      ...NODE_COLUMNS.map((column) => dataLine('node', column, node)),
      '    </node>',
    ]),
    ...edges
      .map((edge) => ({ ...edge, flat: flattenEvidence(edge.attributes) }))
      .flatMap((edge) => [
        `    ${element('edge', {
          id: identifier(edge.key),
          source: identifier(edge.source),
          target: identifier(edge.target),
          label: relationshipType(edge.attributes),
        })}`,
        ...EDGE_COLUMNS.map((column) => dataLine('edge', column, edge)),
        '    </edge>',
      ]),
    '  </graph>',
    '</graphml>',
  ];
}

/** Key ids of nodes and edges differ, and none looks like the `d3` and `d7` that Gephi takes for labels. */
const keyId = (domain: 'node' | 'edge', name: string) => `${domain === 'node' ? 'n' : 'e'}_${name}`;

const keyLine = (domain: 'node' | 'edge', { name, type }: Pick<Column<never>, 'name' | 'type'>) =>
  `  ${element('key', { id: keyId(domain, name), for: domain, 'attr.name': name, 'attr.type': type }, true)}`;

const dataLine = <T>(domain: 'node' | 'edge', { name, value }: Column<T>, item: T) =>
  `      ${element('data', { key: keyId(domain, name) })}${escapeText(String(value(item)))}</data>`;

function element(name: string, attributes: Readonly<Record<string, string>>, empty = false): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}${empty ? '/' : ''}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const reference = (character: string) => ENTITIES[character] ?? `&#${character.codePointAt(0)};`;

/** Bare line ends would be read as line feeds (XML 1.0, 2.11; U+0085 and U+2028 by readers of XML 1.1). */
const escapeText = (text: string) => xmlSafe(text).replace(/[&<>\r\u{85}\u{2028}]/gu, reference);

/** Bare white space would be read as blanks (XML 1.0, 3.3.3). */
const escapeAttribute = (text: string) => xmlSafe(text).replace(/[&<>"\t\n\r\u{85}\u{2028}]/gu, reference);

/** A key as XML can hold it; one that had to be changed gets a hash, lest two keys become one. */
function identifier(key: string): string {
  const safe = xmlSafe(key);
  if (safe === key) return key;
  // Hashing the JSON keeps lone surrogates apart, which UTF-8 would not.
  return `${safe}#${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 12)}`;
}

/**
 * The graph's attributes as JSON in a comment, since keys for the graph itself are errors to some readers. Of two
 * hyphens, which a comment must not hold, JSON can write the first as an escape.
 */
function comment(attributes: SerializedGraph['attributes']): string {
  const json = JSON.stringify(attributes).replace(/-(?=-)/gu, '\\u002d');
  return `<!-- ${xmlSafe(json)} -->`;
}
