import pc from 'picocolors';
import { byCodeUnit } from '../model/index.ts';
import type {
  DocumentRecord,
  EvidenceRecord,
  SerializedEdge,
  SerializedGraph,
  SerializedNode,
} from '../model/index.ts';
import { canonicalGraph } from './canonical.ts';
import { strongestEvidence } from './evidence.ts';
import { edgeLabel } from './labels.ts';
import { terminalLine, terminalSafe } from './text.ts';
import { wrap } from './wrap.ts';
import type { Writer } from './writer.ts';

type Colors = ReturnType<typeof pc.createColors>;

interface Page {
  readonly graph: SerializedGraph;
  readonly nodes: ReadonlyMap<string, SerializedNode>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly width: number;
  readonly colors: Colors;
}

/** What a person at a terminal wants to know of a graph; not meant to be read by programs. */
export const summaryWriter: Writer = {
  format: 'summary',
  extensions: [],
  write(graph, { width = 80, color = false, command }) {
    const page: Page = {
      graph: canonicalGraph(graph),
      nodes: new Map(graph.nodes.map((node) => [node.key, node])),
      documents: new Map(graph.attributes.documents.map((document) => [document.id, document])),
      width: Math.max(width, 20),
      colors: pc.createColors(color),
    };
    const sections = [
      documentSection(page),
      failedSection(page),
      ...(graph.nodes.length + graph.edges.length
        ? [entitySection(page), ...relationSections(page)]
        : [nothing(page)]),
      saveSection(page, command),
    ];
    return `${sections
      .filter((section) => section.length)
      .map((section) => section.join('\n'))
      .join('\n\n')}\n`;
  },
};

/** Groups sorted by name; inside a group the order stands. */
function groupBy<T>(items: readonly T[], name: (item: T) => string): [name: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b));
}

const count = (number: number, noun: string, plural = `${noun}s`) =>
  `${number} ${number === 1 ? noun : plural}`;

function documentSection({ graph, width, colors }: Page): string[] {
  return graph.attributes.documents.flatMap(({ title, source, date, language, characters, duplicate_of }) => {
    const facts = [source, date, language, count(characters, 'character'), duplicate_of && 'a duplicate'];
    return [
      ...wrap(terminalLine(title) || '(untitled)', { width }).map(colors.bold),
      ...wrap(terminalLine(facts.filter(Boolean).join(', ')), { width, indent: 2 }).map(colors.dim),
    ];
  });
}

const failedSection = ({ graph, width, colors }: Page): string[] =>
  (graph.attributes.failed ?? []).flatMap(({ source, reason }) =>
    wrap(`not read: ${terminalLine(source)}: ${terminalLine(reason)}`, { width, hanging: 2 }).map(colors.red),
  );

const nothing = ({ width }: Page): string[] => wrap('No entities and no relations found.', { width });

function entitySection({ graph, width, colors }: Page): string[] {
  const types = groupBy(graph.nodes, ({ attributes }) => attributes.entity_type);
  return [
    colors.bold(`Entities (${graph.nodes.length})`),
    ...types.flatMap(([type, nodes]) => [
      `  ${colors.cyan(terminalLine(type))} (${nodes.length})`,
      ...nodes
        .toSorted(byMentions)
        .flatMap((node) => wrap(entityLine(node), { width, indent: 4, hanging: 2 })),
    ]),
  ];
}

/** The most spoken of first. */
const byMentions = (a: SerializedNode, b: SerializedNode) =>
  b.attributes.mention_count - a.attributes.mention_count || byCodeUnit(a.key, b.key);

function entityLine({ attributes: { label, aliases, mention_count } }: SerializedNode): string {
  const facts = [
    count(mention_count, 'mention'),
    aliases.length && count(aliases.length, 'alias', 'aliases'),
  ];
  return `${terminalLine(label)} (${facts.filter(Boolean).join(', ')})`;
}

function relationSections(page: Page): string[][] {
  const { graph, width, colors } = page;
  if (!graph.edges.length) return [wrap('No relations found.', { width })];
  const relations = groupBy(graph.edges, ({ attributes }) => attributes.relation);
  return relations.map(([relation, edges]) => [
    colors.bold(`${terminalLine(relation)} (${edges.length})`),
    ...edges.flatMap((edge) => edgeLines(page, edge)),
  ]);
}

function edgeLines({ nodes, documents, width, colors }: Page, edge: SerializedEdge): string[] {
  const { attributes } = edge;
  const label = (key: string) => terminalLine(nodes.get(key)?.attributes.label ?? key);
  const sentence = `${label(edge.source)} -- ${terminalLine(edgeLabel(attributes))} --> ${label(edge.target)}`;
  const paint = { asserted: colors.green, negated: colors.red, uncertain: colors.yellow }[attributes.status];
  const best = strongestEvidence(attributes.evidence);
  const reported = attributes.evidence.every(({ attributed_to: by }) => by !== undefined);
  const said =
    attributes.attributed_to.map(label).join(', ') ||
    (reported ? terminalLine(best?.attributed_to?.text ?? '') : '');
  const more = attributes.evidence.length - 1;
  const facts = [
    best && position(best, documents),
    best && `rule ${best.rule}`,
    `confidence ${attributes.confidence}`,
    said && `according to ${said}`,
    more > 0 && count(more, 'more sentence'),
  ];
  return [
    ...wrap(sentence, { width, indent: 2, hanging: 2 }).map(paint),
    ...(best ? wrap(`"${terminalLine(best.text)}"`, { width, indent: 4, hanging: 1 }) : []),
    ...wrap(terminalLine(facts.filter(Boolean).join(', ')), { width, indent: 4 }).map(colors.dim),
  ];
}

const position = ({ document, start, end }: EvidenceRecord, documents: Page['documents']) =>
  `${documents.get(document)?.source ?? document} at ${start}-${end}`;

/** Never wrapped, so that it can be copied. */
function saveSection({ graph, colors }: Page, command: string | undefined): string[] {
  const sources = graph.attributes.documents.map(({ source }) => source);
  if (command === undefined && !sources.length) return [];
  const typed = command ?? ['extract', ...sources.map(shellQuoted)].join(' ');
  return ['Save the graph:', `  ${colors.cyan(terminalSafe(`${typed} -o graph.graphml`))}`];
}

/** The argument as a POSIX shell takes it; a name that looks like an option becomes a path. */
export function shellQuoted(argument: string): string {
  const operand = /^-./u.test(argument) ? `./${argument}` : argument;
  return /^[\w@%+=:,./-]+$/u.test(operand) ? operand : `'${operand.replaceAll("'", "'\\''")}'`;
}
