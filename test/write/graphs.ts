import { createHash } from 'node:crypto';
import type {
  EdgeAttributes,
  EvidenceRecord,
  SerializedEdge,
  SerializedGraph,
  SerializedNode,
} from '../../src/model/index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Strings that formats have stumbled over: syntax, escapes, references, characters that XML forbids. */
export const HOSTILE = [
  'say "hi"',
  "it's",
  'back\\slash',
  'ends in backslash\\',
  '\\N \\G \\l \\n \\r',
  '&copy; &#65; &amp; &',
  '<b>bold</b>',
  'cdata ]]> end',
  '-- > --- -->',
  '{a|b} <port>',
  'person:bob',
  'Node',
  'digraph',
  '-5',
  '',
  ' ',
  'line\nfeed',
  'carriage\r\nreturn',
  'tab\tbed',
  'nul\u0000 vt\u000b esc\u001b[2J del\u007f c1\u009b',
  'lone \ud800 surrogates \udfff',
  'not a character \ufffe\uffff',
  'حزب الله',
  'override \u202eabc\u202c',
  'family 👨‍👩‍👧 flag 🇳🇴',
  '北京市東京都',
  'line\u2028separator next\u0085line',
  '__proto__',
  'constructor',
  '%s ${x} $& `x`',
  'x'.repeat(20_000),
];

/** The same for `it.each`, with a short name. */
export const HOSTILE_CASES = HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text] as const);

export const node = (
  key: string,
  attributes: Partial<SerializedNode['attributes']> = {},
): SerializedNode => ({
  key,
  attributes: {
    label: key,
    entity_type: 'person',
    aliases: [],
    mentions: [],
    mention_count: 0,
    ...attributes,
  },
});

export const evidence = (text: string, values: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  document: '0123456789abcdef',
  start: 0,
  end: text.length,
  text,
  rule: 'opposes.verb',
  confidence: 0.9,
  source: [0, 0],
  target: [0, 0],
  trigger: [],
  resolved: [],
  ...values,
});

export const edge = (
  source: string,
  target: string,
  attributes: Partial<EdgeAttributes> = {},
): SerializedEdge => {
  const all: EdgeAttributes = {
    relation: 'opposes',
    status: 'asserted',
    confidence: 0.9,
    weight: 1,
    attributed_to: [],
    evidence: [evidence(`${source} opposes ${target}.`)],
    ...attributes,
  };
  const key = sha256(JSON.stringify([source, all.relation, target, all.status])).slice(0, 16);
  return { key, source, target, attributes: all };
};

export const graph = (
  nodes: SerializedNode[],
  edges: SerializedEdge[],
  attributes: Partial<SerializedGraph['attributes']> = {},
): SerializedGraph => ({
  options: { type: 'directed', multi: true, allowSelfLoops: true },
  attributes: {
    schema: 'extract-graph/1',
    generator: 'claimgraph 0.0.0',
    rules: [{ file: 'builtin:opposes', version: '1', sha256: sha256('rules') }],
    documents: [
      {
        id: '0123456789abcdef',
        title: 'Minister rejects pipeline',
        source: 'pipeline.txt',
        language: 'en',
        sha256: sha256('text'),
        characters: 1234,
      },
    ],
    ...attributes,
  },
  nodes,
  edges,
});

/** One pair of actors, between whom the text asserts, denies and doubts the same relation. */
export const dispute = (): SerializedGraph =>
  graph(
    [
      node('person/ada-lind', {
        label: 'Ada Lind',
        aliases: ['Lind', 'Minister Lind'],
        mentions: [{ document: '0123456789abcdef', start: 0, end: 8, text: 'Ada Lind' }],
        mention_count: 3,
      }),
      node('organization/nordgas', { label: 'Nordgas', entity_type: 'organization', mention_count: 1 }),
    ],
    (['asserted', 'negated', 'uncertain'] as const).map((status) =>
      edge('person/ada-lind', 'organization/nordgas', {
        status,
        evidence: [evidence(`A sentence that is ${status}.`)],
      }),
    ),
  );

/** Each hostile string as a name, an alias, a relation, a quotation and a key. */
export const hostileGraph = (): SerializedGraph => {
  const nodes = HOSTILE.map((text, index) =>
    node(`person/${index}${text}`, {
      label: text,
      entity_type: text || 'person',
      aliases: [text],
      mentions: [{ document: text, start: 0, end: text.length, text }],
    }),
  );
  const edges = HOSTILE.map((text, index) =>
    edge(nodes[index]!.key, nodes[(index + 1) % nodes.length]!.key, {
      relation: text || 'opposes',
      attributed_to: [nodes[0]!.key],
      evidence: [evidence(text, { rule: text, document: text })],
    }),
  );
  return graph(nodes, edges, {
    generator: HOSTILE.join(''),
    documents: HOSTILE.map((text) => ({
      id: text || 'x',
      title: text,
      source: text,
      language: text,
      sha256: sha256(text),
      characters: 0,
    })),
  });
};
