import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { SaxesParser } from 'saxes';
import { instance } from '@viz-js/viz';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
}

/** Elements in document order and comments, by a parser that throws on anything ill-formed. */
export function readXml(xml: string): { elements: XmlElement[]; comments: string[] } {
  const elements: XmlElement[] = [];
  const comments: string[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('comment', (comment) => comments.push(comment));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', path: open.map((outer) => outer.name) };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return { elements, comments };
}

export const readGraphml = (xml: string) => parse(MultiDirectedGraph, xml);

export interface DrawnElement {
  readonly kind: 'node' | 'edge';
  /** The node's id, or `tail->head`. */
  readonly title: string;
  /** The label as drawn, one entry per line of text. */
  readonly label: readonly string[];
  readonly tooltip: string | undefined;
}

const viz = await instance();

/** What Graphviz draws of a DOT text, read from its SVG. Throws where it can't be parsed. */
export function drawDot(dot: string): DrawnElement[] {
  const { elements } = readXml(viz.renderString(dot, { format: 'svg' }));
  const drawn: { kind: 'node' | 'edge'; title: string; label: string[]; tooltip: string | undefined }[] = [];
  for (const { name, attributes, text, path } of elements) {
    const kind = attributes['class'];
    if (name === 'g' && (kind === 'node' || kind === 'edge'))
      drawn.push({ kind, title: '', label: [], tooltip: undefined });
    const current = drawn.at(-1);
    if (!current) continue;
    if (name === 'title') current.title = text;
    if (name === 'text' && path.length > 2) current.label.push(text);
    if (name === 'a' && attributes['xlink:title'] !== undefined) current.tooltip = attributes['xlink:title'];
  }
  return drawn;
}

/** What Graphviz parses of a DOT text: its objects and edges with their attributes as written. */
export function parseDot(dot: string): {
  objects: unknown[];
  edges: unknown[];
  strict: boolean;
  directed: boolean;
} {
  const parsed = JSON.parse(viz.renderString(dot, { format: 'dot_json' })) as Partial<
    ReturnType<typeof parseDot>
  >;
  return { objects: [], edges: [], strict: true, directed: false, ...parsed };
}
