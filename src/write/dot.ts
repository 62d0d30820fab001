import { createHash } from 'node:crypto';
import type { SerializedEdge, SerializedGraph, SerializedNode, Status } from '../model/index.ts';
import { canonicalGraph } from './canonical.ts';
import { flattenEvidence } from './evidence.ts';
import { edgeLabel, rolesText } from './labels.ts';
import { singleLine } from './text.ts';
import type { Writer } from './writer.ts';

/** Pale fills by entity type, dark text on each; types of rule files are grey. */
const FILL: Readonly<Record<string, string>> = {
  person: '#dbeafe',
  organization: '#ede9fe',
  group: '#fce7f3',
  location: '#dcfce7',
  event: '#ffedd5',
  policy: '#fef9c3',
};
const OTHER_FILL = '#f3f4f6';

/** Names, not numbers: Gephi takes #rrggbb for a colour of no opacity. */
const EDGE_STYLE: Readonly<Record<Status, Readonly<Record<string, string>>>> = {
  asserted: { style: 'solid', color: 'gray25', fontcolor: 'gray25' },
  negated: { style: 'dashed', color: 'firebrick', fontcolor: 'firebrick' },
  uncertain: { style: 'dotted', color: 'gray45', fontcolor: 'gray45' },
};

/**
 * DOT of Graphviz. No `strict`, which keeps one of parallel edges; no default statements and one attribute list each,
 * since Gephi makes nodes of the former and loses a second list.
 */
export const dotWriter: Writer = {
  format: 'dot',
  extensions: ['.dot', '.gv'],
  write: (graph) => `${lines(canonicalGraph(graph)).join('\n')}\n`,
};

const lines = ({ attributes, nodes, edges }: SerializedGraph): string[] => [
  `// ${singleLine(attributes.schema)}, ${singleLine(attributes.generator)}`,
  'digraph {',
  ...nodes.map((node) => `  ${identifier(node.key)} ${list(nodeAttributes(node))};`),
  ...edges.map(
    (edge) => `  ${identifier(edge.source)} -> ${identifier(edge.target)} ${list(edgeAttributes(edge))};`,
  ),
  '}',
];

function nodeAttributes({ key, attributes }: SerializedNode): Readonly<Record<string, string>> {
  const { label, entity_type, aliases, date, place } = attributes;
  const roles = rolesText(attributes);
  const whenAndWhere = [date, place].flatMap((fact) => fact ?? []);
  return {
    label,
    // Record shapes would read braces and angle brackets in a name as structure.
    shape: 'box',
    style: 'rounded,filled',
    fillcolor: (Object.hasOwn(FILL, entity_type) ? FILL[entity_type] : undefined) ?? OTHER_FILL,
    tooltip: [entity_type, ...aliases, ...(roles === '' ? [] : [roles]), ...whenAndWhere].join('; '),
    entity_type,
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
    entity: key,
  };
}

function edgeAttributes({ attributes }: SerializedEdge): Readonly<Record<string, string>> {
  const { quote, rule, documents } = flattenEvidence(attributes);
  const { relation, status, confidence, weight } = attributes;
  return {
    label: edgeLabel(attributes),
    tooltip: quote,
    labeltooltip: quote,
    ...EDGE_STYLE[status],
    relation,
    status,
    confidence: String(confidence),
    weight: String(weight),
    rule,
    documents,
  };
}

const list = (attributes: Readonly<Record<string, string>>) =>
  `[${Object.entries(attributes)
    .map(([name, value]) => `${name}=${quoted(value, name.endsWith('tooltip') ? '\\\\\\\\' : '\\\\')}`)
    .join(', ')}]`;

/**
 * A quoted string that Graphviz shows as it stands: a backslash would start an escape (`\N` is the node's name), `&` a
 * character reference. Labels are unescaped once, tooltips twice.
 */
const quoted = (text: string, backslash: string) =>
  `"${singleLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('\\', () => backslash)
    .replaceAll('"', '\\"')}"`;

/**
 * A node's id: hashed from its key, so that files appended to each other agree on it and nothing in it is syntax. The
 * JSON keeps lone surrogates apart, which UTF-8 would not.
 */
const identifier = (key: string) =>
  `"${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 12)}"`;
