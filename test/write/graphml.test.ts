import { describe, expect, it } from 'vitest';
import { graphmlWriter } from '../../src/write/graphml.ts';
import { xmlSafe } from '../../src/write/text.ts';
import { HOSTILE, HOSTILE_CASES, dispute, edge, evidence, graph, hostileGraph, node } from './graphs.ts';
import { readGraphml, readXml } from './readers.ts';

const write = (written: ReturnType<typeof graph>) => graphmlWriter.write(written, {});
const keys = () => readXml(write(dispute())).elements.filter(({ name }) => name === 'key');

describe('GraphML', () => {
  it('uses keys of nodes and edges only, of the types every reader knows', () => {
    for (const { attributes } of keys()) {
      expect(['node', 'edge']).toContain(attributes['for']);
      expect(['boolean', 'int', 'long', 'float', 'double', 'string']).toContain(attributes['attr.type']);
    }
  });

  it('gives each key an id of its own, unlike those Gephi reads as labels', () => {
    const ids = keys().map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[ne]_[a-z_]+$/u);
  });

  it('names no attribute that Gephi swallows', () => {
    const names = keys().map(({ attributes }) => attributes['attr.name']);
    for (const swallowed of ['id', 'edgeid', 'x', 'y', 'z', 'size', 'r', 'g', 'b', 'type'])
      expect(names).not.toContain(swallowed);
  });

  it('is directed', () => {
    const graphElement = readXml(write(dispute())).elements.find(({ name }) => name === 'graph');
    expect(graphElement?.attributes).toEqual({ edgedefault: 'directed' });
    expect(readGraphml(write(dispute())).directedSize).toBe(3);
  });

  it('keeps an assertion, a denial and a doubt between one pair as three edges that say so', () => {
    const read = readGraphml(write(dispute()));
    const edges = read.mapEdges((_, { label, status, quote }): unknown[] => [label, status, quote]);
    expect(edges).toEqual([
      ['opposes', 'asserted', 'A sentence that is asserted.'],
      ['NOT opposes', 'negated', 'A sentence that is negated.'],
      ['opposes?', 'uncertain', 'A sentence that is uncertain.'],
    ]);
  });

  it("names labels and relationship types the way Neo4j's APOC reads them", () => {
    const { elements } = readXml(write(dispute()));
    const values = (name: string, attribute: string) =>
      elements.filter((element) => element.name === name).map(({ attributes }) => attributes[attribute]);
    expect(values('node', 'labels')).toEqual([':Organization', ':Person']);
    expect(values('edge', 'label')).toEqual(['OPPOSES', 'NOT_OPPOSES', 'UNCERTAIN_OPPOSES']);
  });

  it('keeps every attribute of a node', () => {
    expect(readGraphml(write(dispute())).getNodeAttributes('person/ada-lind')).toEqual({
      label: 'Ada Lind',
      entity_type: 'person',
      aliases: 'Lind; Minister Lind',
      roles: '',
      date: '',
      place: '',
      mention_count: 3,
      documents: '0123456789abcdef',
      mentions_json: JSON.stringify([{ document: '0123456789abcdef', start: 0, end: 8, text: 'Ada Lind' }]),
    });
  });

  it('says what a person is called, and when and where an event was', () => {
    const roles = [{ title: 'minister', affiliation: 'Norway' }, { title: 'poet' }];
    const written = graph([node('a', { roles }), node('b', { date: '2026-03', place: 'Vell' })], []);
    const read = readGraphml(write(written));
    expect(read.getNodeAttribute('a', 'roles')).toBe('minister (Norway); poet');
    expect(read.getNodeAttributes('b')).toMatchObject({ date: '2026-03', place: 'Vell' });
  });

  it('keeps all evidence of an edge', () => {
    const items = [evidence('First.'), evidence('Second & "third".', { confidence: 0.5 })];
    const written = write(graph([node('a'), node('b')], [edge('a', 'b', { evidence: items })]));
    const [read] = readGraphml(written).mapEdges((_, attributes) => attributes);
    expect(JSON.parse(read?.['evidence_json'] as string)).toEqual(items);
  });

  it('holds the metadata of the run in a comment that JSON reads', () => {
    const documents = HOSTILE.map((title) => ({ ...dispute().attributes.documents[0]!, title }));
    const { attributes } = graph([], [], { generator: '--->-', documents });
    const [comment] = readXml(write(graph([], [], attributes))).comments;
    expect(comment).not.toContain('--');
    const read = JSON.parse(comment!) as typeof attributes;
    expect(read.generator).toBe('--->-');
    expect(read.documents.map(({ title }) => xmlSafe(title))).toEqual(HOSTILE.map(xmlSafe));
  });

  it('opens with all nodes and edges whatever the names', () => {
    const hostile = hostileGraph();
    const read = readGraphml(write(hostile));
    expect([read.order, read.size]).toEqual([hostile.nodes.length, hostile.edges.length]);
  });

  it.each(HOSTILE_CASES)('gives back %s but for what XML forbids, to both readers', (_, text) => {
    const written = write(graph([node(`key ${text}`, { label: text })], []));
    const data = readXml(written).elements.find(({ attributes }) => attributes['key'] === 'n_label');
    expect(data?.text).toBe(xmlSafe(text));
    const read = readGraphml(written);
    const [id] = read.nodes();
    expect(read.getNodeAttribute(id, 'label')).toBe(xmlSafe(text));
    expect(id!.startsWith(`key ${xmlSafe(text)}`)).toBe(true);
  });

  it('keeps nodes apart whose keys differ in forbidden characters only', () => {
    expect(readGraphml(write(graph([node('a'), node('a\0'), node('a\v')], []))).order).toBe(3);
  });
});
