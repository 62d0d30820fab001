import { MultiDirectedGraph } from 'graphology';
import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SerializedGraph } from '../../src/model/index.ts';
import { desk, MET, OTHER, RULES } from './harness.ts';

const withRules = ['--no-builtin-rules', '-r', 'rules.yaml'];
const files = { 'a.txt': MET, 'b.txt': OTHER, 'rules.yaml': RULES };
const graphOf = (text: string): SerializedGraph => JSON.parse(text) as SerializedGraph;
const relations = (text: string): string[] =>
  graphOf(text).edges.map(({ source, target, attributes }) => `${source} ${attributes.relation} ${target}`);

describe('extract article', () => {
  it('writes the graph as JSON into a pipe, and nothing on standard error', async () => {
    const { code, stdout, stderr } = await desk(files).extract(['a.txt', ...withRules]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(relations(stdout)).toEqual(['person/maria-santos met person/peter-reis']);
    expect(MultiDirectedGraph.from(graphOf(stdout)).size).toBe(1);
    expect(graphOf(stdout).attributes.rules.map(({ file }) => file.split('/').at(-1))).toEqual([
      'rules.yaml',
    ]);
  });

  it('gives evidence that is exactly the slice of the article', async () => {
    const { stdout } = await desk({ ...files, 'a.txt': MET.replaceAll('\n', '\r\n') }).extract([
      'a.txt',
      ...withRules,
    ]);
    const [evidence] = graphOf(stdout).edges[0]!.attributes.evidence;
    expect(evidence!.text).toBe(MET.replaceAll('\n', '\r\n').slice(evidence!.start, evidence!.end));
    expect(evidence!.text).toContain('Maria Santos met Peter Reis');
  });

  it('prints a summary on a terminal', async () => {
    const { stdout } = await desk(files).extract(['a.txt', ...withRules], { tty: true });
    expect(stdout).toContain('Maria Santos');
    expect(stdout).toContain('extract a.txt');
    expect(() => graphOf(stdout)).toThrow();
  });

  it('lets --format win on a terminal and over the extension', async () => {
    const here = desk(files);
    expect(
      relations((await here.extract(['a.txt', ...withRules, '-f', 'json'], { tty: true })).stdout),
    ).toHaveLength(1);
    await here.extract(['a.txt', ...withRules, '-f', 'dot', '-o', 'a.json']);
    expect(here.read('a.json')).toMatch(/^digraph \{$/mu);
  });

  it('takes the format from the extension of --output, and keeps standard output free', async () => {
    const here = desk(files);
    const { code, stdout } = await here.extract(['a.txt', ...withRules, '-o', 'a.graphml']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(here.read('a.graphml')).toContain('<graphml');
    expect(here.list()).toEqual(['a.graphml', 'a.txt', 'b.txt', 'rules.yaml']);
  });

  it('reads standard input for -', async () => {
    const { stdout } = await desk(files).extract(['-', ...withRules], { stdin: MET });
    expect(graphOf(stdout).attributes.documents[0]).toMatchObject({ source: '-', title: 'Talks in Lisbon' });
    expect(relations(stdout)).toHaveLength(1);
  });

  it('reads Markdown, and offsets still point into the file', async () => {
    const text = MET.replace('Maria Santos', '**[Maria Santos](https://a.example)**');
    const { stdout } = await desk({ ...files, 'a.md': text }).extract(['a.md', ...withRules]);
    const node = graphOf(stdout).nodes.find(({ key }) => key === 'person/maria-santos');
    const mention = node!.attributes.mentions[0]!;
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(mention.text).toBe('Maria Santos');
  });

  it('gives the same bytes for any order of the articles', async () => {
    const here = desk(files);
    const one = await here.extract(['a.txt', 'b.txt', 'missing.txt', 'gone.txt', ...withRules]);
    const other = await here.extract([...withRules, 'gone.txt', 'b.txt', 'missing.txt', 'a.txt']);
    expect(relations(one.stdout)).toHaveLength(2);
    expect(other.stdout).toBe(one.stdout);
  });

  it('counts the same text once, whichever file comes first', async () => {
    const here = desk({ ...files, 'copy.txt': MET });
    const one = await here.extract(['copy.txt', 'a.txt', 'a.txt', ...withRules]);
    expect(graphOf(one.stdout).attributes.documents.map(({ source }) => source)).toEqual(['a.txt']);
    expect((await here.extract(['a.txt', 'copy.txt', ...withRules])).stdout).toBe(one.stdout);
  });

  it('takes title, date and address for one article', async () => {
    const given = ['--title', 'Talks', '--date', '2026-03-31', '--url', 'https://news.example/talks'];
    const { stdout } = await desk(files).extract(['a.txt', ...given]);
    expect(graphOf(stdout).attributes.documents[0]).toMatchObject({
      title: 'Talks',
      date: '2026-03-31',
      url: 'https://news.example/talks',
    });
  });

  it('succeeds with an empty graph where there is nothing to find', async () => {
    const here = desk({ 'rain.txt': 'It rained all day and nobody went out.\n' });
    const { code, stdout } = await here.extract(['rain.txt']);
    expect(code).toBe(0);
    expect(graphOf(stdout)).toMatchObject({ nodes: [], edges: [] });
    expect((await here.extract(['rain.txt', '--fail-on-empty'])).code).toBe(1);
  });
});

describe('the summary', () => {
  it('ends with the command that saves this very graph', async () => {
    const here = desk({ 'a b.txt': MET, 'rules.yaml': RULES });
    const argv = [
      'a b.txt',
      '--rules',
      'rules.yaml',
      '--no-builtin-rules',
      '--status',
      'asserted',
      '-f',
      'summary',
      '--no-color',
    ];
    const { stdout } = await here.extract(argv, { columns: 200 });
    expect(stdout).toContain(
      "extract 'a b.txt' --rules rules.yaml --no-builtin-rules --status asserted -o graph.graphml",
    );
  });
});

describe('filters', () => {
  it('keep only what they name', async () => {
    const here = desk(files);
    const ask = async (...flags: string[]): Promise<string[]> =>
      relations((await here.extract(['a.txt', ...withRules, ...flags])).stdout);
    expect(await ask('--relation', 'met')).toHaveLength(1);
    expect(await ask('--relation', 'claimed-responsibility')).toEqual([]);
    expect(await ask('--status', 'negated')).toEqual([]);
    expect(await ask('--status', 'negated', '--status', 'asserted')).toHaveLength(1);
    expect(await ask('--entity-type', 'location')).toEqual([]);
    expect(await ask('--entity-type', 'person', '--min-confidence', '0.1')).toHaveLength(1);
  });

  it.each([
    [['--relation', 'mett'], 'unknown relation "mett"; did you mean "met"?'],
    [['--entity-type', 'persona'], 'unknown entity type "persona"; did you mean "person"?'],
    [['--status', 'denied'], 'unknown status "denied"; one of asserted, negated, uncertain'],
    [['--min-confidence', '2'], 'Give a number from 0 to 1'],
  ])('refuse %j', async (flags, line) => {
    const { code, stdout, stderr } = await desk(files).extract(['a.txt', ...withRules, ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('rules', () => {
  it('are added to the built-in ones, and taken away one by one', async () => {
    const here = desk({ ...files, 'pack/one.yaml': RULES });
    expect(relations((await here.extract(['a.txt', '-r', 'pack'])).stdout)).toContain(
      'person/maria-santos met person/peter-reis',
    );
    const { stdout } = await here.extract(['a.txt', ...withRules, '--disable-rule', 'test-met']);
    expect(relations(stdout)).toEqual([]);
  });

  it('stop the run where one is wrong, with line and column', async () => {
    const here = desk({ ...files, 'rules.yaml': RULES.replace('tokens:', 'tokenz:') });
    const { code, stdout, stderr } = await here.extract(['a.txt', ...withRules]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^extract: .*rules\.yaml:8:5: .*tokenz/mu);
  });

  it('name a missing file, and an id that no rule has', async () => {
    const here = desk(files);
    expect((await here.extract(['a.txt', '-r', 'gone.yaml'])).stderr).toMatch(/gone\.yaml: .*no such/u);
    const { code, stderr } = await here.extract(['a.txt', ...withRules, '--disable-rule', 'test-mat']);
    expect(code).toBe(2);
    expect(stderr).toContain('test-met');
  });
});

describe('an article that cannot be read', () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['empty.txt', '', /^extract: empty\.txt: is empty; /u],
    ['blank.txt', ' \r\n\t\n', /^extract: blank\.txt: is empty; /u],
    [
      'photo.txt',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      /^extract: photo\.txt: looks like a binary file; /u,
    ],
    [
      'latin.txt',
      Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x61]),
      /^extract: latin\.txt: is not valid UTF-8 \(at byte offset 3\); .*--encoding/u,
    ],
    ['page.html', '<p>Text</p>', /^extract: page\.html: no reader for \.html files; /u],
    ['huge.txt', 'word '.repeat(900_000), /^extract: huge\.txt: is larger than 4 MiB; /u],
  ];

  it.each(cases)(
    '%s gets one line and exit 2 alone, 3 beside another that is read',
    async (name, content, line) => {
      const here = desk({ ...files, [name]: content });
      const alone = await here.extract([name]);
      expect({ code: alone.code, stdout: alone.stdout }).toEqual({ code: 2, stdout: '' });
      expect(alone.stderr).toMatch(line);
      expect(alone.stderr.trimEnd().split('\n')).toHaveLength(1);

      const beside = await here.extract([name, 'a.txt', ...withRules]);
      expect(beside.code).toBe(3);
      expect(beside.stderr).toBe(alone.stderr);
      expect(relations(beside.stdout)).toEqual(['person/maria-santos met person/peter-reis']);
      expect(graphOf(beside.stdout).attributes.failed).toEqual([
        { source: name, reason: expect.any(String) as string },
      ]);
    },
  );

  it('may be missing: a file of a similar name is offered', async () => {
    const { code, stderr } = await desk({ 'article.txt': MET }).extract(['artcle.txt']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'extract: artcle.txt: no such file; did you mean article.txt?\n',
    });
  });

  it('may be missing: a command of a similar name is offered', async () => {
    const { code, stderr } = await desk().extract(['chekc', 'fixtures']);
    expect(code).toBe(2);
    expect(stderr).toContain('extract: chekc: no such file; did you mean the command "check"?\n');
  });

  it('may be a folder', async () => {
    const { code, stderr } = await desk({ 'news/a.txt': MET }).extract(['news']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'extract: news: is a folder; name the articles in it: news/*.txt\n',
    });
  });

  it('is read with the right --encoding', async () => {
    const here = desk({ 'latin.txt': Buffer.from(`${MET}Caf\u00E9.`, 'latin1') });
    const { code, stdout } = await here.extract(['latin.txt', '--encoding', 'windows-1252']);
    expect(code).toBe(0);
    expect(graphOf(stdout).attributes.documents[0]!.characters).toBe(MET.length + 5);
    expect((await here.extract(['latin.txt', '--encoding', 'klingon'])).stderr).toContain(
      'unknown encoding "klingon"',
    );
  });

  it('is read in UTF-16 with a byte order mark', async () => {
    const here = desk({ ...files, 'wide.txt': Buffer.from(`\uFEFF${MET}`, 'utf16le') });
    const { code, stdout } = await here.extract(['wide.txt', ...withRules]);
    expect(code).toBe(0);
    expect(stdout.replaceAll('wide.txt', 'a.txt')).toBe((await here.extract(['a.txt', ...withRules])).stdout);
  });
});

describe('an article that is not in English', () => {
  const german =
    'Gespräche in Berlin\n\nMaria Santos met Peter Reis. Die Regierung hat am Dienstag neue Strafen gegen das Land beschlossen. ' +
    'Der Minister sagte, man werde in den nächsten Tagen mit den Partnern sprechen. Die Opposition war dagegen.\n';
  const here = () => desk({ 'de.txt': german, 'rules.yaml': RULES });

  it('gets a warning and no relations, and the run succeeds', async () => {
    const { code, stdout, stderr } = await here().extract(['de.txt', ...withRules]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^extract: de\.txt: seems to be in German, .*--assume-english.*\n$/u);
    expect(graphOf(stdout)).toMatchObject({ edges: [], attributes: { documents: [{ language: 'de' }] } });
  });

  it('is read like one with --assume-english', async () => {
    const { stdout, stderr } = await here().extract(['de.txt', ...withRules, '--assume-english']);
    expect(stderr).toBe('');
    expect(relations(stdout)).toEqual(['person/maria-santos met person/peter-reis']);
  });

  it('gets no warning with --quiet', async () => {
    expect((await here().extract(['de.txt', ...withRules, '--quiet'])).stderr).toBe('');
  });
});

describe('output', () => {
  it.each([
    ['gone/a.json', 'its folder does not exist'],
    ['a.txt/a.json', 'its folder is a file'],
    ['folder.json', 'is a folder'],
  ])('that cannot be written to %s is one line, exit 2, and nothing left behind', async (name, reason) => {
    const here = desk(files);
    mkdirSync(here.path('folder.json'));
    const before = here.list();
    const { code, stdout, stderr } = await here.extract(['a.txt', '-o', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`extract: ${name}: ${reason}; name another file with --output\n`);
    expect(here.list()).toEqual(before);
  });

  it('keeps the permissions of the file it replaces, and follows links', async () => {
    const here = desk({ ...files, 'old.json': 'old' });
    chmodSync(here.path('old.json'), 0o640);
    symlinkSync('old.json', here.path('link.json'));
    await here.extract(['a.txt', '-o', 'link.json']);
    expect(graphOf(here.read('old.json')).attributes.schema).toBe('extract-graph/1');
    expect(statSync(here.path('old.json')).mode & 0o777).toBe(0o640);
    expect(here.list()).toEqual(['a.txt', 'b.txt', 'link.json', 'old.json', 'rules.yaml']);
  });

  it('leaves the old file alone when nothing could be read', async () => {
    const here = desk({ 'old.json': 'old' });
    expect((await here.extract(['gone.txt', '-o', 'old.json'])).code).toBe(2);
    expect(here.read('old.json')).toBe('old');
  });

  it.each([
    [['-f', 'graphm'], /unknown format "graphm"; did you mean "graphml"\?/u],
    [['-o', 'a.xyz'], /no format has the extension ".xyz"/u],
    [['-o', 'a'], /--format/u],
  ])('refuses the unknown format of %j before it reads anything', async (flags, line) => {
    const { code, stdout, stderr } = await desk().extract(['gone.txt', ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr).not.toContain('gone.txt');
  });

  const colored = (text: string): boolean => text.includes('\u001B[');
  it.each([
    ['a terminal', {}, [], true],
    ['NO_COLOR', { NO_COLOR: '1' }, [], false],
    ['TERM=dumb', { TERM: 'dumb' }, [], false],
    ['FORCE_COLOR on a dumb terminal', { TERM: 'dumb', FORCE_COLOR: '1' }, [], true],
    ['NO_COLOR beside FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    ['--no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('is coloured as %s asks', async (_, env, flags, expected) => {
    const { stdout } = await desk(files).extract(['a.txt', ...flags], { tty: true, env });
    expect(colored(stdout)).toBe(expected);
  });

  it('is not coloured in a file or a pipe', async () => {
    const here = desk(files);
    expect(colored((await here.extract(['a.txt', '-f', 'summary'])).stdout)).toBe(false);
    await here.extract(['a.txt', '-f', 'summary', '-o', 'a.out'], { tty: true });
    expect(colored(here.read('a.out'))).toBe(false);
  });

  it('through a device is written in place', async () => {
    expect((await desk(files).extract(['a.txt', '-f', 'json', '-o', '/dev/null'])).code).toBe(0);
  });
});

describe('usage', () => {
  it.each([
    ['help', ['--help'], /^Usage: extract \[options\] <article\.\.\.>/u],
    ['version', ['--version'], /^\d+\.\d+\.\d+\n$/u],
    ["a command's help", ['eval', '--help'], /^Usage: extract eval \[options\] <folder>/u],
  ])('%s goes to standard output with exit 0', async (_, argv, text) => {
    const { code, stdout, stderr } = await desk().extract(argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(text);
  });

  it.each([
    [
      'an unknown option',
      ['a.txt', '--fromat', 'json'],
      /unknown option '--fromat'; did you mean --format\?/u,
    ],
    ['an option without its value', ['a.txt', '-f'], /argument missing/u],
    [
      'an option before the command',
      ['--quiet', 'eval', 'gold'],
      /options of eval stand behind it; .* --quiet/u,
    ],
    ['no article', [], /no article given; .*standard input/u],
    ['a command without its folder', ['eval'], /missing required argument 'folder'/u],
    ['an unknown choice', ['a.txt', '--from', 'docx'], /Allowed choices are text, md/u],
    [
      'one title for two articles',
      ['a.txt', 'b.txt', '--title', 'T'],
      /--title is for one article, not for 2/u,
    ],
    ['a date that is none', ['a.txt', '--date', 'today'], /"today" is no date; /u],
  ])('%s is one line on standard error and exit 2', async (_, argv, line) => {
    const { code, stdout, stderr } = await desk(files).extract(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^extract: [^\n]+\n$/u);
    expect(stderr).toMatch(line);
  });

  it('takes a file with the name of a command by its path', async () => {
    const here = desk({ check: MET });
    expect((await here.extract(['./check'])).code).toBe(0);
    expect((await here.extract(['check'])).stderr).toContain("missing required argument 'folder'");
  });

  it('takes each value of a repeatable option alone, so that articles may follow', async () => {
    const { code, stdout } = await desk(files).extract([...withRules, 'a.txt', 'b.txt']);
    expect(code).toBe(0);
    expect(graphOf(stdout).attributes.documents).toHaveLength(2);
  });
});

describe('extract.config.yaml', () => {
  it('of the current folder sets rules, relative to itself, and its hash is recorded', async () => {
    const config = 'rules: [rules.yaml]\nbuiltin-rules: false\n';
    const here = desk({ ...files, 'extract.config.yaml': config });
    const graph = graphOf((await here.extract(['a.txt'])).stdout);
    expect(graph.edges).toHaveLength(1);
    expect(graph.attributes.rules).toHaveLength(1);
    expect(graph.attributes.config_sha256).toMatch(/^[0-9a-f]{64}$/u);
    const without = graphOf((await here.extract(['a.txt', '--no-config'])).stdout);
    expect(without.attributes.config_sha256).toBeUndefined();
    expect(without.edges.map(({ attributes }) => attributes.relation)).not.toContain('met');
  });

  it('may lie elsewhere, and rules beside it', async () => {
    const here = desk({ 'a.txt': MET, 'etc/my.yaml': 'rules: [rules.yaml]\n', 'etc/rules.yaml': RULES });
    const { stdout } = await here.extract(['a.txt', '--config', 'etc/my.yaml']);
    expect(relations(stdout)).toContain('person/maria-santos met person/peter-reis');
    const absolute = desk({
      'a.txt': MET,
      'rules.yaml': RULES,
      'etc/my.yaml': `rules: [${here.path('etc/rules.yaml')}]\n`,
    });
    const elsewhere = await absolute.extract(['a.txt', '--config', 'etc/my.yaml']);
    expect(relations(elsewhere.stdout)).toContain('person/maria-santos met person/peter-reis');
    expect((await here.extract(['a.txt', '--config', 'gone.yaml'])).stderr).toMatch(
      /^extract: gone\.yaml: no such file; /u,
    );
  });

  it('that is not UTF-8 is told as such', async () => {
    const here = desk({ 'a.txt': MET, 'extract.config.yaml': Uint8Array.from([0x61, 0xe9, 0x0a]) });
    const { code, stderr } = await here.extract(['a.txt']);
    expect(code).toBe(2);
    expect(stderr).toBe('extract: extract.config.yaml: is not valid UTF-8; save it as UTF-8\n');
  });

  it('disables rules', async () => {
    const here = desk({
      ...files,
      'extract.config.yaml': 'rules: [rules.yaml]\nbuiltin-rules: false\ndisabled-rules: [test-met]\n',
    });
    expect(relations((await here.extract(['a.txt'])).stdout)).toEqual([]);
  });

  it.each([
    [
      'an unknown key',
      'rules: []\nbuiltin-rule: false\n',
      '2:1: unknown key "builtin-rule"; did you mean "builtin-rules"?',
    ],
    [
      'a value of the wrong kind',
      'rules: []\nassume-english: maybe\n',
      '2:17: "assume-english" must be true or false, not a string',
    ],
    [
      'an item of the wrong kind',
      'rules:\n  - a.yaml\n  - 7\n',
      '3:5: "rules[1]" must be a string, not a number',
    ],
    ['broken YAML', 'rules: [a.yaml\nassume-english: true\n', '2:'],
    ['a list', '- rules\n', '1:1: the file must be a mapping, not a list'],
  ])('with %s is refused with line and column', async (_, config, line) => {
    const { code, stdout, stderr } = await desk({ ...files, 'extract.config.yaml': config }).extract([
      'a.txt',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toContain(`extract: extract.config.yaml:${line}`);
  });

  it('may be empty', async () => {
    expect((await desk({ ...files, 'extract.config.yaml': '# later\n' }).extract(['a.txt'])).code).toBe(0);
  });
});

describe('odd operands', () => {
  it('an empty name is told as such, and the other articles come out', async () => {
    const { code, stderr } = await desk(files).extract(['', 'a.txt']);
    expect(code).toBe(3);
    expect(stderr).toBe('extract: the name of an article is empty; name a file, or - for standard input\n');
  });

  it('stand in the summary as a shell takes them, in an order of their own', async () => {
    const here = desk({ 'a b.txt': MET, 'c.txt': OTHER });
    const { stdout } = await here.extract(['c.txt', 'a b.txt', '-f', 'summary']);
    expect(stdout).toContain("  extract 'a b.txt' c.txt -o graph.graphml\n");
  });

  it('are told from options in one sentence', async () => {
    const { stderr } = await desk(files).extract(['a.txt', '--min-confidence', '2']);
    expect(stderr).toMatch(/Give a number from 0 to 1; see extract --help\n$/u);
  });
});
