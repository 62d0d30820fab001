import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { desk } from './harness.ts';

const HEAD = `extract: 1
vocabulary:
  pay: [fund, finance]
relations:
  funds: { source: [actor], target: [actor, event] }
rules:
`;
const GOOD = `${HEAD}  - id: fund-verb
    relation: funds
    tokens: "@source %vg [lemma=$pay pos=VERB] @target"
    match:
      - { text: "Acme Holdings financed the Blue Party.", source: Acme Holdings, target: Blue Party }
    no-match:
      - "Acme Holdings praised the Blue Party."
`;
const ALONE = ['--no-builtin-rules'];

const lint = async (text: string): Promise<{ code: number; stdout: string }> =>
  desk({ 'f.yaml': text }).extract(['rules', 'lint', 'f.yaml', ...ALONE]);

describe('extract rules lint', () => {
  it('passes a rule that is right and tried', async () => {
    const { code, stdout } = await lint(GOOD);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '1 file: 0 errors, 0 warnings, 0 notes\n' });
  });

  it('names place, excerpt and fix, and goes on to the next rule', async () => {
    const bad = `${GOOD}  - { id: fund-verb, relation: funds, tokens: "@source [lemma=$pey] @target" }\n`;
    const { code, stdout } = await lint(bad);
    expect(code).toBe(1);
    expect(stdout).toMatch(/f\.yaml:14:11: error: rule id "fund-verb" is used already/u);
    expect(stdout).toMatch(/f\.yaml:14:\d+: error: pattern: vocabulary "\$pey" is not declared/u);
    expect(stdout).toContain('fix: did you mean "pay"?');
    const [line = '', mark = ''] = stdout
      .split('\n')
      .filter((each) => /^ {2}.*\| /u.test(each))
      .slice(-2);
    expect(line.slice(mark.indexOf('^'))).toMatch(/^\$pey/u);
  });

  it.each([
    [
      'a type that the relation does not take',
      'tokens: "@source[type=event] paid @target"',
      'can never match',
    ],
    ['several words asked of one', 'tokens: "@source don\'t @target"', 'which are several words'],
    ['a start behind words', 'tokens: "@source paid < @target"', 'no sentence starts'],
    ['conditions that no word meets', 'tokens: "@source [pos=VERB pos=NOUN] @target"', 'no word meets all'],
    [
      'an exclusion of every match',
      'tokens: "@source paid @target"\n    exclude: "paid"',
      'takes every match away',
    ],
    [
      'a pattern that another always beats',
      'tokens: "@source[type=person] %vg [lemma=fund pos=VERB] @target"\n    confidence: 0.5',
      'never counts: wherever it matches, fund-verb',
    ],
    ['no examples', 'tokens: "@source paid @target"', 'has no examples'],
  ])('finds %s', async (_, pattern, message) => {
    const { code, stdout } = await lint(`${GOOD}  - id: other\n    relation: funds\n    ${pattern}\n`);
    expect(code).toBe(1);
    expect(stdout).toContain(message);
  });

  it('finds a vocabulary that nothing uses, and words that an example lacks', async () => {
    const { stdout } = await lint(
      GOOD.replace('pay:', 'idle: [x]\n  pay:').replace('source: Acme Holdings', 'source: Acme Bank'),
    );
    expect(stdout).toContain('f.yaml:3:3: warning: vocabulary "idle" is used nowhere');
    expect(stdout).toContain('does not hold the words "Acme Bank"');
  });

  it.each([
    ['a pattern', 'tokens: "@source [lemma=funded] @target"', '16:29', 'funded', 'fund'],
    [
      'the pattern of a verb',
      'tokens: "@source [lemma=funding pos=VERB] @target"',
      '16:29',
      'funding',
      'fund',
    ],
    [
      'a tree',
      'tree: { trigger: { lemma: pay|fought }, source: { path: subject }, target: { path: object } }',
      '16:35',
      'fought',
      'fight',
    ],
  ])('names the lemma meant by a form of it in %s', async (_, body, at, form, lemma) => {
    const { stdout } = await lint(`${GOOD}  - id: more\n    relation: funds\n    ${body}\n`);
    expect(stdout).toContain(
      `f.yaml:${at}: warning: no word has the lemma "${form}": it is a form of "${lemma}"`,
    );
  });

  it('names it in a vocabulary, too, and takes nouns and adjectives for themselves', async () => {
    const { stdout } = await lint(
      GOOD.replace('[fund, finance]', '[funded, finance, bring, proceed, Hamas]'),
    );
    expect(stdout).toMatch(/f\.yaml:3:9: warning: no word has the lemma "funded": it is a form of "fund"/u);
    expect(stdout.match(/no word has the lemma/gu)).toHaveLength(1);
    const fine = GOOD.replace('pos=VERB', 'pos=NOUN|ADJ').replace(
      '[fund, finance]',
      '[funding, armed, series]',
    );
    expect((await lint(fine)).stdout).not.toContain('no word has the lemma');
  });

  it('notes an example that another rule reads too, which fails nothing', async () => {
    const twin = GOOD.slice(GOOD.indexOf('  - id')).replace('fund-verb', 'twin').replace('%vg', '%aux*');
    const { code, stdout } = await lint(GOOD + twin);
    expect(code).toBe(0);
    expect(stdout).toContain('note: rule twin reads this example of fund-verb too');
  });
});

describe('extract rules test', () => {
  const failing = GOOD.replace('Acme Holdings praised', 'Acme Holdings funded').replace(
    '    no-match',
    `      - { text: "Acme Holdings praised the Blue Party.", source: Acme Holdings, target: Blue Party }
      - { text: "Acme Holdings financed the Blue Party in May.", source: Blue Party, target: Acme Holdings }
    no-match`,
  );

  it('tells validated, noisy, missing and wrong apart, with what was found', async () => {
    const { code, stdout } = await desk({ 'f.yaml': failing }).extract(['rules', 'test', 'f.yaml', ...ALONE]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /FAIL {2}12:9 {2}missing: .*\n.*- Acme Holdings -\[funds\]-> Blue Party\n.*\+ nothing\n.*why: /u,
    );
    expect(stdout).toMatch(
      /FAIL {2}13:9 {2}wrong: .*\n.*- Blue Party -\[funds\]-> Acme Holdings\n.*\+ Acme Holdings -\[funds\]-> /u,
    );
    expect(stdout).toMatch(/FAIL {2}15:9 {2}noisy: .*\n.*- nothing\n.*\+ Acme Holdings -\[funds\]-> /u);
    expect(stdout).toContain('4 examples in 1 file: 1 validated, 1 noisy, 1 missing, 1 wrong');
  });

  it.each([
    ['junit', /<testsuites name="extract rules test" tests="4" failures="3"/u],
    ['github', /^::error file=.*f\.yaml,line=12,col=9,title=missing/mu],
    ['sarif', /"ruleId": "rules-test\/noisy"/u],
    ['json', /"noisy": 1/u],
  ])('reports as %s', async (format, report) => {
    const { stdout } = await desk({ 'f.yaml': failing }).extract([
      'rules',
      'test',
      'f.yaml',
      ...ALONE,
      '-f',
      format,
    ]);
    expect(stdout).toMatch(report);
  });

  it('runs the examples of a sidecar, and names a rule there that is not', async () => {
    const sidecar =
      'extract-test: 1\ntests:\n  - { relation: funds, no-match: ["Acme Holdings met the Blue Party."] }\n';
    const here = desk({ 'f.yaml': GOOD, 'f.test.yaml': sidecar });
    const { code, stdout } = await here.extract(['rules', 'test', 'f.yaml', ...ALONE]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('3 examples in 2 files') as string,
    });
    here.write('f.test.yaml', sidecar.replace('relation: funds', 'rule: fund-vreb'));
    const told = await here.extract(['rules', 'test', 'f.yaml', ...ALONE]);
    expect(told.code).toBe(2);
    expect(told.stdout).toMatch(
      /f\.test\.yaml\n.*3:\d+ {2}fault: there is no rule "fund-vreb"\n.*\n +fix: did you mean "fund-verb"/u,
    );
  });

  const BROKEN = {
    'rules/f.yaml': GOOD,
    'rules/bad.yaml': `${HEAD}  - { id: b, relation: fnds, tokens: "@source paid @target" }\n`,
    'rules/latin.yaml': Uint8Array.of(0x61, 0x0a, 0xff),
    'rules/f.test.yaml':
      'extract-test: 1\ntests:\n  - { rule: nobody }\n  - { rule: fund-verb, no-match: [X paid Y.], mach: [] }\n',
  };

  it.each([
    [
      'text',
      /latin\.yaml\n {2}FAIL {2}2:1 {2}fault: this rule file is not UTF-8\n.*\n +fix: save it as UTF-8/u,
    ],
    ['github', /^::error file=.*latin\.yaml,line=2,col=1,/mu],
    ['junit', /latin\.yaml" line="2"|latin\.yaml:2:1/u],
  ])('tells of files it can not use in the report, as %s, and runs the others', async (format, report) => {
    const argv = ['rules', 'test', 'rules', 'gone.yaml', ...ALONE, '-f', format];
    const { code, stdout } = await desk(BROKEN).extract(argv);
    expect(code).toBe(2);
    expect(stdout).toMatch(report);
    expect(stdout).toContain('gone.yaml');
    if (format === 'text')
      expect(stdout).toContain('2 examples in 5 files: 2 validated, 0 noisy, 0 missing, 0 wrong, 5 faults');
  });

  it('tells of the same in rules lint, each with excerpt and fix, beside what else it finds', async () => {
    const { code, stdout } = await desk(BROKEN).extract(['rules', 'lint', 'rules', 'gone.yaml', ...ALONE]);
    expect(code).toBe(1);
    for (const line of [
      /gone\.yaml: error: there is no such file or folder\n {2}fix: /u,
      /bad\.yaml:7:24: error: relation "fnds" is not declared\n.*\n.*\^\n {2}fix: did you mean "funds"\?/u,
      /latin\.yaml:2:1: error: this rule file is not UTF-8\n {2}fix: /u,
      /f\.test\.yaml:3:13: error: there is no rule "nobody"\n.*nobody.*\n.*\^\n {2}fix: /u,
      /f\.test\.yaml:4:\d+: error: unknown key "mach"\n.*\n.*\^\n {2}fix: did you mean "match"\?/u,
    ])
      expect(stdout).toMatch(line);
  });

  it('runs again whenever a file changes, until it is stopped', async () => {
    const here = desk({ 'f.yaml': GOOD });
    const stop = new AbortController();
    const seen: string[] = [];
    const waitFor = async (text: string, count: number): Promise<void> => {
      while (seen.join('').split(text).length <= count) await setTimeout(20);
    };
    const running = here.extract(['rules', 'test', 'f.yaml', ...ALONE, '--watch'], {
      signal: stop.signal,
      heard: (text) => seen.push(text),
    });
    await waitFor('waiting for changes', 1);
    here.write('f.yaml', GOOD.replace('financed the Blue', 'praised the Blue'));
    await waitFor('waiting for changes', 2);
    here.write('f.yaml', `${GOOD}oops: 1\n`);
    await waitFor('waiting for changes', 3);
    here.write('f.yaml', GOOD);
    await waitFor('waiting for changes', 4);
    stop.abort();
    expect((await running).code).toBe(0);
    const summaries = seen.join('').match(/^\d examples? in .*$/gmu);
    expect(summaries).toEqual([
      '2 examples in 1 file: 2 validated, 0 noisy, 0 missing, 0 wrong',
      '2 examples in 1 file: 1 validated, 0 noisy, 1 missing, 0 wrong',
      '2 examples in 1 file: 2 validated, 0 noisy, 0 missing, 0 wrong, 1 fault',
      '2 examples in 1 file: 2 validated, 0 noisy, 0 missing, 0 wrong',
    ]);
  });
});

describe('extract rules list, show, new', () => {
  it('lists rules with relation, number of examples and place', async () => {
    const { stdout } = await desk({ 'f.yaml': GOOD }).extract(['rules', 'list', ...ALONE, '-r', 'f.yaml']);
    expect(stdout).toMatch(/^fund-verb {2}funds {4}2 {2}.*f\.yaml:7\n$/u);
  });

  it('shows a rule as written, and names the one meant', async () => {
    const here = desk({ 'f.yaml': GOOD });
    const { stdout } = await here.extract(['rules', 'show', 'fund-verb', ...ALONE, '-r', 'f.yaml']);
    expect(stdout).toMatch(/^# .*f\.yaml:7:9\n/u);
    expect(stdout).toContain('pay:');
    const { code, stderr } = await here.extract(['rules', 'show', 'fund-vreb', ...ALONE, '-r', 'f.yaml']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'extract: there is no rule "fund-vreb"; did you mean "fund-verb"?\n',
    });
  });

  it('shows the comments of a rule, and the lists it uses as they are written', async () => {
    const own = `${HEAD.replace('  pay: [fund, finance]', '  # Money given.\n  pay: [fund, finance] # not: pay')}  # Who pays.
  - id: fund-verb # the first
    relation: funds
    # The verb decides.
    tokens: "@source %vg [lemma=$pay pos=VERB] @target"

  - { id: other, relation: funds, tokens: "@source bankrolls @target" }
`;
    const here = desk({ 'f.yaml': own });
    const { stdout } = await here.extract(['rules', 'show', 'fund-verb', ...ALONE, '-r', 'f.yaml']);
    expect(stdout.slice(stdout.indexOf('\n') + 1)).toBe(`vocabulary:
  # Money given.
  pay: [fund, finance] # not: pay
# Who pays.
id: fund-verb # the first
relation: funds
# The verb decides.
tokens: "@source %vg [lemma=$pay pos=VERB] @target"
`);
    const other = await here.extract(['rules', 'show', 'other', ...ALONE, '-r', 'f.yaml']);
    expect(other.stdout).toMatch(/^# .*\nid: other\nrelation: funds\ntokens: /u);
  });

  it.each([
    ['opposes', 'relation "opposes" comes with the program; give yours another name'],
    [
      'My Relation',
      '"My Relation" can\'t name a relation: it is written in lower case letters, digits and hyphens; such as my-relation',
    ],
  ])('writes nothing for the name %s, and says why', async (name, message) => {
    const here = desk();
    const { code, stderr } = await here.extract(['rules', 'new', name]);
    expect(code).toBe(2);
    expect(stderr).toContain(`extract: ${message}`);
    expect(here.list()).toEqual([]);
  });

  it('writes a file that passes lint and test, drafted or not, and never over another', async () => {
    const here = desk();
    const from = [
      '--from-sentence',
      'The Blue Party was bankrolled by Acme Holdings.',
      '--source',
      'Acme Holdings',
      '--target',
      'Blue Party',
    ];
    expect((await here.extract(['rules', 'new', 'praises'])).code).toBe(0);
    expect((await here.extract(['rules', 'new', 'pays', ...from])).code).toBe(0);
    expect(here.read('pays.yaml')).toMatch(/^# yaml-language-server: \$schema=.*\nextract: 1\n/u);
    for (const file of ['praises.yaml', 'pays.yaml']) {
      expect((await here.extract(['rules', 'lint', file])).code).toBe(0);
      expect((await here.extract(['rules', 'test', file])).code).toBe(0);
    }
    expect((await here.extract(['rules', 'new', 'pays'])).code).toBe(2);
  });
});

describe('extract explain', () => {
  const explain = async (...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    desk({ 'f.yaml': GOOD }).extract(['explain', ...argv, ...ALONE, '-r', 'f.yaml']);

  it('says which rule matched with which words, below the tree', async () => {
    const { stdout } = await explain('--text', 'Acme Holdings financed the Blue Party.');
    expect(stdout).toMatch(/┴─ Holdings .*nsubj/u);
    expect(stdout).toMatch(/^matched {3}fund-verb/mu);
    expect(stdout).toContain(
      'source "Acme Holdings" 0-13  target "Blue Party" 27-37  trigger "financed" 14-22',
    );
    expect(stdout).toContain('edge Acme Holdings -[funds]-> Blue Party  asserted');
    expect(stdout).not.toContain('\u001b');
  });

  it('says how far a rule came and what failed first', async () => {
    const { stdout } = await explain(
      '--text',
      'Acme Holdings financed it, the Blue Party said.',
      '--rule',
      'fund-verb',
    );
    expect(stdout).toMatch(
      /stopped {3}fund-verb[\s\S]*read "Acme Holdings financed" 0-22; @target was wanted at "it"/u,
    );
  });

  it.each([
    [
      'missing',
      'Acme Holdings met the Blue Party.',
      'Norland',
      'Blue Party',
      'source  missing: the text does not hold',
    ],
    ['mistyped', 'A bombing killed Acme Holdings.', 'bombing', 'Acme Holdings', 'source  mistyped: '],
    [
      'merged',
      'Acme Holdings said Acme would pay.',
      'Acme Holdings',
      'Acme Holdings',
      'merged: both are names of one entity',
    ],
    [
      'in no sentence',
      'Acme Holdings left. The Blue Party came.',
      'Acme Holdings',
      'Blue Party',
      'no sentence mentions both',
    ],
    [
      'found',
      'Acme Holdings funded the Blue Party.',
      'Acme Holdings',
      'Blue Party',
      'found: Acme Holdings -[funds]-> Blue Party',
    ],
  ])('says first that an end is %s', async (_, text, source, target, line) => {
    const { code, stdout } = await explain(
      '--text',
      text,
      '--source',
      source,
      '--relation',
      'funds',
      '--target',
      target,
    );
    expect(code).toBe(0);
    expect(stdout).toContain(line);
  });

  it.each([
    [['--text', 'Acme funded it.', '--edge', ''], '--edge names no edge; '],
    [['--text', '  '], '--text holds no sentence; '],
  ])('refuses what is empty: %j', async (argv, message) => {
    const { code, stderr } = await explain(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(`extract: ${message}`);
  });

  it('takes an edge by the beginning of its key, and gives JSON', async () => {
    const here = desk({ 'f.yaml': GOOD, 'a.txt': 'Acme Holdings funded the Blue Party.\n' });
    const options = [...ALONE, '-r', 'f.yaml'];
    const graph = JSON.parse((await here.extract(['a.txt', ...options, '-f', 'json'])).stdout) as {
      edges: { key: string }[];
    };
    const key = graph.edges[0]!.key.slice(0, 6);
    const { stdout } = await here.extract(['explain', 'a.txt', ...options, '--edge', key, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'extract-explain/1',
      question: { source: 'Acme Holdings', relation: 'funds', target: 'Blue Party', merged: false },
      sentences: [{ rules: [{ rule: 'fund-verb', verdict: 'matched' }] }],
    });
    expect((await here.extract(['explain', 'a.txt', ...options, '--edge', 'zzzz'])).code).toBe(2);
  });
});

describe('a rule that takes too many steps in a sentence', () => {
  const SLOW = `${HEAD}  - id: slow
    relation: funds
    tokens: "@source ((_{0,4} _{0,4}){0,10}){0,10} @target ((_{0,4} _{0,4}){0,10}){0,10}"
    no-match:
      - &long "${Array.from({ length: 60 }, (_, n) => `${['France', 'Israel', 'Egypt'][n % 3]} told`).join(' the port ')} him."
`;
  const TEXT = `Short.\n\n  ${/&long "(.*)"/u.exec(SLOW)![1]}\n`;
  const FILES = { 'f.yaml': SLOW, 'a.txt': TEXT };
  const TOLD =
    /^extract: a\.txt:3:3: rule slow \(\S*f\.yaml:7:9\) takes more than 500000 steps in this sentence, so it gives nothing from it; bound/mu;

  it('is told of on one line, once, and not with --quiet', async () => {
    const { extract } = desk(FILES);
    const argv = ['a.txt', '--rules', 'f.yaml', ...ALONE, '-f', 'json'];
    const { code, stderr, stdout } = await extract(argv);
    expect(code).toBe(0);
    expect(stderr).toMatch(TOLD);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toContain('"edges": []');
    expect((await extract([...argv, '--quiet'])).stderr).toBe('');
  });

  it('is told of by explain and by rules test, there at the example', async () => {
    const { extract } = desk(FILES);
    const explained = await extract(['explain', 'a.txt', '--rules', 'f.yaml', '--rule', 'slow', ...ALONE]);
    expect(explained.stderr).toMatch(TOLD);
    expect(explained.stdout).toMatch(/left out\s+slow .*\n\s+it takes too many steps/u);
    const tested = await extract(['rules', 'test', 'f.yaml', ...ALONE]);
    expect(tested.stderr).toMatch(
      /^extract: \S*f\.yaml:11:\d+: rule slow \(\S*f\.yaml:7:9\) takes more than/mu,
    );
  });
});
