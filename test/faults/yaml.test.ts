import { describe, expect, it } from 'vitest';
import { parseYaml, type PositionedYaml } from '../../src/faults/index.ts';
import { formatUserError } from '../../src/model/index.ts';

const parsed = (text: string): PositionedYaml => {
  const { yaml } = parseYaml('f.yaml', text);
  if (!yaml) throw new Error('not YAML');
  return yaml;
};
const faults = (text: string): string[] => parseYaml('f.yaml', text).errors.map(formatUserError);

describe('places', () => {
  const yaml = parsed('a: &x\n  - b: one\n    c: two\nd: *x\n');
  const place = ({ line, column }: { line?: number; column?: number }): unknown => [line, column];

  it('are those of values, counted from 1', () => {
    expect(place(yaml.at(['a', 0, 'c']))).toEqual([3, 8]);
    expect(place(yaml.keyAt(['a', 0, 'c']))).toEqual([3, 5]);
  });

  it('of what is missing are those of the nearest value around it', () => {
    expect(place(yaml.at(['a', 0, 'z']))).toEqual([2, 5]);
    expect(place(yaml.at(['a', 7]))).toEqual([2, 3]);
  });

  it('of an alias are those of what it stands for', () => {
    expect(place(yaml.at(['d', 0, 'b']))).toEqual([2, 8]);
  });

  it('inside a string pass over quotes, escapes and folds', () => {
    const inside = parsed('a: "x\\ty!"\nb: >-\n  one\n  two!\n');
    expect(place(inside.insideAt(['a'], 3))).toEqual([1, 9]);
    expect(place(inside.insideAt(['b'], 7))).toEqual([4, 6]);
  });
});

describe('faults', () => {
  it.each([
    ['a: [', /^f\.yaml:1:5: not valid YAML: /u],
    ['a: 1\na: 2\n', /^f\.yaml:2:1: not valid YAML: Map keys must be unique/u],
    ['a: !!js/function x\n', /^f\.yaml:1:4: not valid YAML: Unresolved tag/u],
    [
      'a: &x 1\nb: [*y]\n',
      /^f\.yaml:2:5: nothing before this alias is called "&y"; quote it if it is text: "\*y"$/u,
    ],
    ['a: 1\n---\nb: 2\n', /^f\.yaml:2:1: a second YAML document starts here/u],
    [
      `a: ${'['.repeat(20_000)}`,
      /^f\.yaml:1:\d+: this file is nested too deeply; nest its lists and mappings less$/u,
    ],
    ['{"a": 1', /^f\.yaml:1:8: not valid YAML: /u],
  ])('%j', (text, fault) => {
    expect(faults(text)[0]).toMatch(fault);
    expect(parseYaml('f.yaml', text).yaml).toBeNull();
  });

  it('of aliases that unfold without end', () => {
    const levels = Array.from(
      { length: 12 },
      (_, k) => `a${String(k + 1)}: &a${String(k + 1)} [${`*a${String(k)},`.repeat(10)}]`,
    );
    expect(faults(['a0: &a0 [x]', ...levels].join('\n'))).toEqual([
      'f.yaml:1:1: this file has too many aliases; write the values out',
    ]);
  });
});

it('an empty file is null', () => {
  expect(parsed('# later\n').value).toBeNull();
});
