import { join, resolve } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { expect, test } from 'vitest';
import type { CheckResult } from '../../../src/evaluate/check/check.ts';
import type { Outcome } from '../../../src/evaluate/check/outcome.ts';
import { renderCheckGithub } from '../../../src/evaluate/check/report/github.ts';
import { renderCheckJson } from '../../../src/evaluate/check/report/json.ts';
import { renderCheckJunit } from '../../../src/evaluate/check/report/junit.ts';
import { renderCheckSarif } from '../../../src/evaluate/check/report/sarif.ts';
import { renderCheckText } from '../../../src/evaluate/check/report/text.ts';

const base = resolve('/repository');
const hostile = 'A & B <"it\'s"> ]]> 100%, a: b\u0007\u001b[2J \ud800 \u{1f30a}';
const failing: Outcome = {
  kind: 'edge',
  title: `${hostile} -[opposes]-> B`,
  verdict: 'failed',
  cause: 'short',
  message: `found ${hostile}\n   second line`,
  file: join('news 100%', 'a,b.expect.yaml'),
  line: 3,
  column: 5,
  path: ['edges', 0],
};
const { file, line, column } = failing;
const passing: Outcome = {
  kind: 'no-entity',
  title: 'no entity "C"',
  verdict: 'passed',
  message: '',
  file,
  line: 9,
  column,
  path: ['no-entities', 0],
};
const known: Outcome = {
  kind: 'edge',
  title: 'C -[opposes]-> D',
  verdict: 'gap',
  gap: 'no rule for "vs."',
  message: 'no edge joins them',
  file,
  line,
  column,
  path: ['edges', 1],
};
const result: CheckResult = {
  folder: 'news',
  fixtures: [
    { name: 'a,b.expect.yaml', outcomes: [failing, passing] },
    { name: 'c.expect.yaml', outcomes: [{ ...passing, file: 'c.expect.yaml' }] },
  ],
  passed: 2,
  failed: 1,
  gaps: 0,
};
const withGap: CheckResult = {
  ...result,
  fixtures: [...result.fixtures, { name: 'd.expect.yaml', outcomes: [known] }],
  gaps: 1,
};

test('text lists failures with their place and counts everything', () => {
  const text = renderCheckText(result);
  expect(text).toContain('a,b.expect.yaml\n  FAIL  3:5  A & B');
  expect(text).toContain('\n         second line\n');
  expect(text).not.toContain('no entity "C"');
  expect(text.endsWith('\n2 fixtures, 3 expectations: 2 passed, 1 failed\n')).toBe(true);
});

test('text lists what passed when asked', () => {
  expect(renderCheckText(result, { all: true })).toContain('  ok    9:5  no entity "C"\n');
});

test('text counts known gaps and lists them when asked', () => {
  expect(renderCheckText(withGap)).not.toContain('vs.');
  expect(renderCheckText(withGap)).toContain('4 expectations: 2 passed, 1 failed, 1 known gap\n');
  expect(renderCheckText(withGap, { all: true })).toContain(
    '  gap   3:5  C -[opposes]-> D\n      known gap: no rule for "vs."; no edge joins them\n',
  );
});

test('text holds escape sequences only when coloured', () => {
  const noColour = renderCheckText({
    ...result,
    fixtures: [{ name: 'x', outcomes: [{ ...failing, title: 't' }] }],
  });
  expect(noColour).not.toContain('\u001b');
  expect(renderCheckText(result, { colour: true })).toContain('\u001b[31mFAIL');
});

test('JUnit is well-formed XML with the counts, cases and messages', () => {
  const tags: SaxesTagPlain[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => tags.push(tag));
  parser.on('text', (text) => texts.push(text));
  parser.write(renderCheckJunit(result)).close();
  const named = (name: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);
  expect(named('testsuites')).toMatchObject([{ tests: '3', failures: '1', errors: '0' }]);
  expect(named('testsuite')).toMatchObject([
    { name: 'a,b.expect.yaml', tests: '2', failures: '1' },
    { name: 'c.expect.yaml', tests: '1', failures: '0' },
  ]);
  expect(named('testcase')[0]).toMatchObject({ classname: 'a,b.expect.yaml', line: '3', file: failing.file });
  expect(named('failure')[0]?.['message']).toBe(
    'found A & B <"it\'s"> ]]> 100%, a: b\ufffd\ufffd[2J \ufffd \u{1f30a}',
  );
  expect(texts.join('')).toContain('100%, a: b\ufffd\ufffd[2J \ufffd \u{1f30a}\n   second line');
});

test('a known gap is a skipped case in JUnit', () => {
  const xml = renderCheckJunit(withGap);
  expect(xml).toContain('tests="4" failures="1" errors="0" skipped="1"');
  expect(xml).toContain('<testsuite name="d.expect.yaml" tests="1" failures="0" errors="0" skipped="1">');
  expect(xml).toContain('<skipped message="known gap: no rule for &quot;vs.&quot;">');
  expect(xml).toContain('no edge joins them</skipped>');
});

test('a known gap is a note in SARIF', () => {
  const log = JSON.parse(renderCheckSarif(withGap, { base })) as SarifLog;
  expect(log.runs[0]?.results.map(({ level }) => level)).toEqual(['error', 'note']);
  expect(log.runs[0]?.results[1]?.message.text).toBe(
    'C -[opposes]-> D: known gap: no rule for "vs."; no edge joins them',
  );
});

test('a known gap is a notice on GitHub', () => {
  const [, notice, summary] = renderCheckGithub(withGap, { base }).split('\n');
  expect(notice).toBe(
    '::notice file=news 100%25/a%2Cb.expect.yaml,line=3,col=5,title=C -[opposes]-> D::known gap: no rule for "vs."; no edge joins them',
  );
  expect(summary).toContain('1 known gap');
});

interface SarifLog {
  version: string;
  $schema: string;
  runs: {
    tool: {
      driver: { name: string; version?: string; rules: { id: string; shortDescription: { text: string } }[] };
    };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: {
          artifactLocation: { uri: string };
          region: { startLine: number; startColumn: number };
        };
      }[];
    }[];
  }[];
}

test('SARIF names rule, message and place of each failure', () => {
  const log = JSON.parse(renderCheckSarif(result, { base, version: '1.2.3' })) as SarifLog;
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  expect(run?.tool.driver).toMatchObject({ name: 'extract', version: '1.2.3' });
  expect(run?.results).toHaveLength(1);
  const [found] = run?.results ?? [];
  expect(run?.tool.driver.rules[found?.ruleIndex ?? -1]?.id).toBe('check/edge');
  expect(found).toMatchObject({ ruleId: 'check/edge', level: 'error' });
  expect(found?.message.text).toContain('second line');
  expect(found?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'news%20100%25/a%2Cb.expect.yaml' },
    region: { startLine: 3, startColumn: 5 },
  });
});

test('a file outside the repository has an absolute place', () => {
  const outside = {
    ...result,
    fixtures: [{ name: 'x', outcomes: [{ ...failing, file: resolve('/else where/x.yaml') }] }],
  };
  const log = JSON.parse(renderCheckSarif(outside, { base })) as SarifLog;
  const uri = log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
  expect(uri).toMatch(/^file:\/\/\/(.*\/)?else%20where\/x\.yaml$/);
});

test('GitHub annotations escape what would end a property or a line', () => {
  const simple = { ...failing, title: 'a: b, 50%', message: 'found: 50%,\r\nsecond' };
  const [line, summary] = renderCheckGithub(
    { ...result, fixtures: [{ name: 'x', outcomes: [simple] }] },
    { base },
  ).split('\n');
  expect(line).toBe(
    '::error file=news 100%25/a%2Cb.expect.yaml,line=3,col=5,title=a%3A b%2C 50%25::found: 50%25,%0D%0Asecond',
  );
  expect(summary).toBe('1 fixture, 3 expectations: 2 passed, 1 failed');
});

test('the JSON report reads back as the result', () => {
  expect(JSON.parse(renderCheckJson(result))).toEqual(result);
});
