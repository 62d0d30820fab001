import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { summaryWriter } from '../../src/write/summary.ts';
import type { WriteOptions } from '../../src/write/writer.ts';
import { dispute, edge, evidence, graph, hostileGraph, node } from './graphs.ts';

const write = (written: ReturnType<typeof graph>, options: WriteOptions = {}) =>
  summaryWriter.write(written, options);

const single = (values: Parameters<typeof evidence>[1] & { text?: string }, attributed_to: string[] = []) =>
  graph(
    [node('a', { label: 'Ada' }), node('b', { label: 'Bo' })],
    [edge('a', 'b', { attributed_to, evidence: [evidence(values.text ?? 'Words.', values)] })],
  );

describe('the summary', () => {
  it('shows documents, entities by type, relations with quotation, place and rule, and how to save', () => {
    expect(write(dispute())).toBe(`Minister rejects pipeline
  pipeline.txt, en, 1234 characters

Entities (2)
  organization (1)
    Nordgas (1 mention)
  person (1)
    Ada Lind (3 mentions, 2 aliases)

opposes (3)
  Ada Lind -- opposes --> Nordgas
    "A sentence that is asserted."
    pipeline.txt at 0-28, rule opposes.verb, confidence 0.9
  Ada Lind -- NOT opposes --> Nordgas
    "A sentence that is negated."
    pipeline.txt at 0-27, rule opposes.verb, confidence 0.9
  Ada Lind -- opposes? --> Nordgas
    "A sentence that is uncertain."
    pipeline.txt at 0-29, rule opposes.verb, confidence 0.9

Save the graph:
  extract pipeline.txt -o graph.graphml
`);
  });

  it('says so where there is nothing', () => {
    expect(write(graph([], []))).toContain('No entities and no relations found.');
  });

  it('says so where there are entities alone', () => {
    expect(write(graph([node('a')], []))).toContain('No relations found.');
  });

  it('names the node whose word a relation is', () => {
    expect(write(single({}, ['b']), { width: 100 })).toContain('according to Bo');
  });

  it('names an unnamed source in the words of the text', () => {
    const attributed_to = { node: null, text: 'officials', span: [0, 9] as const };
    expect(write(single({ attributed_to }), { width: 100 })).toContain('according to officials');
  });

  it('counts the sentences it does not show', () => {
    const items = [evidence('One.'), evidence('Two.', { start: 9 }), evidence('Three.', { start: 20 })];
    const text = write(graph([node('a'), node('b')], [edge('a', 'b', { evidence: items })]));
    expect(text).toContain('"One."');
    expect(text).not.toContain('"Two."');
    expect(text).toContain('2 more sentences');
  });

  it('lists inputs that could not be read', () => {
    const failed = [{ source: 'b.txt', reason: 'is a directory' }];
    expect(write(graph([], [], { failed }))).toContain('not read: b.txt: is a directory');
  });

  it('quotes file names for the shell', () => {
    const [document] = dispute().attributes.documents;
    const documents = ["it's mine.txt", '-x.txt', '-'].map((source) => ({ ...document!, source }));
    expect(write(graph([], [], { documents }))).toContain(
      `extract 'it'\\''s mine.txt' ./-x.txt - -o graph.graphml`,
    );
  });

  it('repeats the command as typed where told', () => {
    expect(write(dispute(), { command: 'extract a.txt -r my.yaml' })).toContain(
      '  extract a.txt -r my.yaml -o graph.graphml\n',
    );
  });

  it('lets no control character of a text reach the terminal', () => {
    const text = write(hostileGraph());
    expect(text).toContain('esc\ufffd[2J');
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
  });

  it('colours when asked and only then', () => {
    expect(write(dispute(), { color: true })).toContain(
      '\u001b[31m  Ada Lind -- NOT opposes --> Nordgas\u001b[39m',
    );
    expect(write(dispute(), { color: false })).not.toContain('\u001b');
  });

  it.each([20, 40, 80])('keeps to %i columns, wide characters counted as two', (width) => {
    const text = write(
      single({ text: `北京市東京都大阪府 ${'kilometre '.repeat(30)}${'한국'.repeat(60)}` }),
      { width },
    );
    const wrapped = text.split('\n').filter((line) => !line.endsWith('graph.graphml'));
    for (const line of wrapped) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(text.replace(/\s+/gu, '')).toContain(`${'kilometre'.repeat(30)}${'한국'.repeat(60)}"`);
  });
});
