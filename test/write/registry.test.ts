import { describe, expect, it } from 'vitest';
import { UserError, formatUserError } from '../../src/model/index.ts';
import { WRITERS, formatForFile, writerFor } from '../../src/write/index.ts';

function failure(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return formatUserError(error);
    throw error;
  }
  throw new Error('no error was thrown');
}

describe('the registry of writers', () => {
  it('has each format and each extension once', () => {
    const formats = WRITERS.map(({ format }) => format);
    const extensions = WRITERS.flatMap((writer) => writer.extensions);
    expect(new Set(formats).size).toBe(formats.length);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it.each(WRITERS.map(({ format }) => format))('finds %s by name', (format) => {
    expect(writerFor(format).format).toBe(format);
  });

  it.each([
    ['a.json', 'json'],
    ['folder.dot/a.graphml', 'graphml'],
    ['a.b.DOT', 'dot'],
    ['a.gv', 'dot'],
  ])('tells the format of %s', (path, format) => {
    expect(formatForFile(path)).toBe(format);
  });

  it('suggests the format meant', () => {
    expect(failure(() => writerFor('GraphLM'))).toBe('unknown format "GraphLM"; did you mean "graphml"?');
  });

  it('only lists the formats where nothing is near', () => {
    expect(failure(() => writerFor('parquet'))).toBe(
      'unknown format "parquet"; known: json, graphml, dot, summary',
    );
  });

  it('suggests the extension meant', () => {
    expect(failure(() => formatForFile('out.jsn'))).toMatch(
      /^out\.jsn: no format has the extension "\.jsn"; did you mean "\.json"\? \(or name a format with --format\)$/u,
    );
  });

  it('says how to name the format of a file without extension', () => {
    expect(failure(() => formatForFile('out'))).toMatch(/^out: a file without extension.*--format\)$/u);
  });
});
