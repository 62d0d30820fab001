import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compileRules, readRuleSources } from '../../../src/rules/index.ts';
import { documentOf } from '../document.ts';
import { faultsOf, file, read, RELATIONS } from './language.ts';

const SHARED = file('lib/verbs.yaml', { vocabulary: { fight: ['fight', 'battle', 'wage war on'] } });
const using = (name: string, more: Record<string, unknown>) =>
  file(name, {
    relations: RELATIONS,
    rules: [{ id: 'r', relation: 'opposes', tokens: '@source $fight @target' }],
    ...more,
  });
const TEXT = documentOf('[RFB|organization] battled/VBD:battle [Oslo|location]');

describe('Vocabularies shared and imported between files', () => {
  it('are those of an imported file', () => {
    const rules = compileRules([using('a.yaml', { import: ['lib/verbs.yaml'] }), SHARED]);
    expect(read(rules, TEXT)).toEqual(['RFB opposes Oslo']);
  });

  it('are those of a file that an imported file imports', () => {
    const between = file('lib/all.yaml', { import: ['verbs.yaml'] });
    const rules = compileRules([using('a.yaml', { import: ['./lib/all.yaml'] }), between, SHARED]);
    expect(read(rules, TEXT)).toEqual(['RFB opposes Oslo']);
  });

  it('are not those of a file that happens to be loaded', () => {
    expect(faultsOf(() => compileRules([using('a.yaml', {}), SHARED]))).toEqual([
      expect.stringContaining('vocabulary "$fight" is not declared in this file'),
    ]);
  });

  it('may hold each other', () => {
    const rules = compileRules([
      using('a.yaml', {
        import: ['lib/verbs.yaml'],
        vocabulary: { clash: ['clash with', '$fight'] },
        rules: [{ id: 'r', relation: 'opposes', tokens: '@source $clash @target' }],
      }),
      SHARED,
    ]);
    expect(read(rules, TEXT)).toEqual(['RFB opposes Oslo']);
    expect(read(rules, documentOf('[RFB|organization] clashed/VBD:clash with [Oslo|location]'))).toHaveLength(
      1,
    );
  });

  it('mean one thing in one file', () => {
    const own = using('a.yaml', { import: ['lib/verbs.yaml'], vocabulary: { fight: ['fight'] } });
    expect(faultsOf(() => compileRules([own, SHARED]))).toEqual([
      expect.stringMatching(
        /^a\.yaml:1:\d+ vocabulary "fight" means two things here: a\.yaml:1:\d+ and lib\/verbs\.yaml:1:\d+; give/u,
      ),
    ]);
    const same = using('a.yaml', {
      import: ['lib/verbs.yaml'],
      vocabulary: { fight: ['fight', 'battle', 'wage war on'] },
    });
    expect(() => compileRules([same, SHARED])).not.toThrow();
  });

  it.each([
    ['[$b]', '[$a]', 'f.yaml:3:7 vocabulary "$b" holds itself; take one of the two out of the other'],
    ['[x, $a]', '[y]', 'f.yaml:3:10 vocabulary "$a" holds itself; take one of the two out of the other'],
    ['[$bb]', '[y]', 'f.yaml:3:7 vocabulary "$bb" is not declared; known: a, b'],
  ])('a: %s, b: %s is a fault', (a, b, fault) => {
    const text = `extract: 1\nvocabulary:\n  a: ${a}\n  b: ${b}\n`;
    const [first = ''] = faultsOf(() => compileRules([{ name: 'f.yaml', text }]));
    expect(first.replace(/4:\d+ vocabulary "\$a"/u, '3:7 vocabulary "$b"')).toBe(fault);
  });

  it('are bounded, also where they double with each step', () => {
    const levels = Array.from({ length: 60 }, (_, k) => `  v${k + 1}: [$v${k}, $v${k}, w${k}]`).join('\n');
    const text = `extract: 1\nvocabulary:\n  v0: [a]\n${levels}\n`;
    expect(faultsOf(() => compileRules([{ name: 'f.yaml', text }]))).toEqual([]);
    const long = Array.from(
      { length: 3 },
      (_, k) => `  l${k}: [${Array.from({ length: 2_000 }, (_w, i) => `w${k}x${i}`).join(', ')}]`,
    );
    expect(
      faultsOf(() =>
        compileRules([
          { name: 'f.yaml', text: `extract: 1\nvocabulary:\n${long.join('\n')}\n  all: [$l0, $l1, $l2]\n` },
        ]),
      ),
    ).toEqual(['f.yaml:6:3 vocabulary "all" has more than 5000 entries; split it']);
  });
});

describe('an import', () => {
  const importing = (path: string) =>
    faultsOf(() =>
      compileRules([{ name: 'a/b.yaml', text: `extract: 1\nimport: [${JSON.stringify(path)}]\n` }]),
    );
  const outside = 'a file imports what stands in its own folder or below';
  it.each([
    ['../c.yaml', `an import may not lead out of its folder; ${outside}`],
    ['x/../../c.yaml', `an import may not lead out of its folder; ${outside}`],
    ['/etc/c.yaml', `an import is a path from the folder of this file; ${outside}`],
    ['C:/c.yaml', `an import is a path from the folder of this file; ${outside}`],
    ['~/c.yaml', `an import is a path from the folder of this file; ${outside}`],
    ['https://a.example/c.yaml', `an import is a path from the folder of this file; ${outside}`],
    ['x\\c.yaml', `an import is written with "/"; ${outside}`],
    ['secrets.txt', `an import is a .yaml or .yml file; ${outside}`],
    ['c.yaml', 'there is no rule file "c.yaml"'],
  ])('of %j is a fault', (path, fault) => {
    expect(importing(path)[0]).toMatch(/^a\/b\.yaml:2:10 /u);
    expect(importing(path)[0]?.slice('a/b.yaml:2:10 '.length)).toContain(fault);
  });

  it('does not lead in a circle', () => {
    const files = [
      file('a.yaml', { import: ['b.yaml'] }),
      file('b.yaml', { import: ['c.yaml'] }),
      file('c.yaml', { import: ['a.yaml'] }),
    ];
    expect(faultsOf(() => compileRules(files))).toEqual([
      expect.stringMatching(
        /^c\.yaml:1:\d+ this import leads in a circle: a\.yaml > b\.yaml > c\.yaml > a\.yaml; take/u,
      ),
    ]);
  });

  it('of a broken file is no fault of its own', () => {
    const faults = faultsOf(() =>
      compileRules([file('a.yaml', { import: ['b.yaml'] }), { name: 'b.yaml', text: 'extract: 2' }]),
    );
    expect(faults).toEqual([expect.stringMatching(/^b\.yaml:1:10 version 2/u)]);
  });
});

describe('on disk', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
  const folder = (files: Record<string, string>): string => {
    const path = mkdtempSync(join(tmpdir(), 'rules-'));
    folders.push(path);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    return path;
  };
  const names = (home: string, ...paths: string[]): string[] =>
    readRuleSources(paths.map((path) => join(home, path))).map(({ name }) => name.slice(home.length + 1));

  it('imported files are read, each once', () => {
    const home = folder({
      'a.yaml': 'extract: 1\nimport: [lib/b.yaml, lib/c.yaml]\n',
      'lib/b.yaml': 'extract: 1\nimport: [c.yaml]\n',
      'lib/c.yaml': 'extract: 1\nvocabulary: { x: [y] }\n',
      'lib/other.yaml': 'extract: 1\n',
    });
    expect(names(home, 'a.yaml')).toEqual(['a.yaml', 'lib/b.yaml', 'lib/c.yaml']);
    expect(names(home, 'lib/c.yaml', 'a.yaml')).toEqual(['lib/c.yaml', 'a.yaml', 'lib/b.yaml']);
    expect(() => compileRules(readRuleSources([home]))).not.toThrow();
  });

  it('what leads out by a link is refused with its place', () => {
    const outside = folder({ 'secret.yaml': 'extract: 1\n' });
    const home = folder({ 'a.yaml': 'extract: 1\nimport:\n  - link.yaml\n  - way/secret.yaml\n' });
    symlinkSync(join(outside, 'secret.yaml'), join(home, 'link.yaml'));
    symlinkSync(outside, join(home, 'way'));
    const faults = faultsOf(() => compileRules(readRuleSources([join(home, 'a.yaml')])));
    expect(faults.map((fault) => fault.slice(home.length + 1))).toEqual([
      'a.yaml:3:5 "link.yaml" leads out of the folder of this file by a link; put the file itself there',
      'a.yaml:4:5 "way/secret.yaml" leads out of the folder of this file by a link; put the file itself there',
    ]);
    expect(names(home, 'a.yaml')).toEqual(['a.yaml']);
  });

  it('what is missing or a folder is told with its place', () => {
    const home = folder({
      'a.yaml': 'extract: 1\nimport: [b.yaml, d.yaml]\n',
      'd.yaml/x.yaml': 'extract: 1\n',
    });
    expect(
      faultsOf(() => compileRules(readRuleSources([join(home, 'a.yaml')]))).map((fault) =>
        fault.slice(home.length + 1),
      ),
    ).toEqual([
      'a.yaml:2:10 there is no rule file "b.yaml"; did you mean "a.yaml"?',
      'a.yaml:2:18 "d.yaml" is no file; name one: pipes, devices and sockets are not read',
    ]);
  });
});

describe('Packs: a folder of files with a name and a version', () => {
  const PACK = { name: 'p/pack.yaml', text: 'extract-pack: 1\nname: conflict\nversion: 2.1.0\n' };
  const recorded = (...sources: { name: string; text: string }[]): string[] =>
    compileRules(sources).files.map(({ file: name, version, pack }) =>
      [name, version, pack].join(' ').trim(),
    );

  it('give their files a version and a name in the graph', () => {
    expect(
      recorded(
        PACK,
        file('p/a.yaml', {}),
        file('p/sub/b.yaml', { version: '9.0.0' }),
        file('other/c.yaml', {}),
      ),
    ).toEqual([
      'other/c.yaml 0.0.0',
      'p/a.yaml 2.1.0 conflict',
      'p/pack.yaml 2.1.0 conflict',
      'p/sub/b.yaml 9.0.0 conflict',
    ]);
  });

  it('of a folder inside another pack go before', () => {
    const inner = { name: 'p/sub/pack.yaml', text: 'extract-pack: 1\nname: inner\nversion: 1\n' };
    expect(recorded(PACK, inner, file('p/sub/b.yaml', {}))).toContain('p/sub/b.yaml 1 inner');
  });

  it.each([
    ['extract-pack: 1\nname: conflict\n', 'p/pack.yaml:1:1 "version" is missing; add it, such as 1.0.0'],
    [
      'extract-pack: 1\nname: Conflict\nversion: 1\n',
      expect.stringMatching(/^p\/pack\.yaml:2:7 a pack is written in lower case/u),
    ],
    [
      'extract-pack: 2\nname: a\nversion: 1\n',
      expect.stringMatching(/^p\/pack\.yaml:1:15 "extract-pack" can't be 2/u),
    ],
    [
      'extract-pack: 1\nname: a\nversion: 1\nrules: []\n',
      expect.stringMatching(/^p\/pack\.yaml:4:1 unknown key "rules"/u),
    ],
  ])('%j is a fault', (text, fault) => {
    expect(faultsOf(() => compileRules([{ name: 'p/pack.yaml', text }]))).toEqual([fault]);
  });

  it('are loaded once', () => {
    expect(faultsOf(() => compileRules([PACK, { ...PACK, name: 'q/pack.yaml' }]))).toEqual([
      'q/pack.yaml:2:7 pack "conflict" is loaded already from p/pack.yaml; load one of them',
    ]);
  });

  it('a rule file may be called pack.yaml', () => {
    expect(recorded(file('pack.yaml', { version: '1.1.1' }))).toEqual(['pack.yaml 1.1.1']);
  });
});
