import { CHECK_WORDING } from './report.ts';
import type { Report, ReportItem, Wording } from './report.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escaped for text and attributes; what XML 1.0 can't hold becomes U+FFFD, line breaks survive in attributes too. */
const escape = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const element = (name: string, attributes: Readonly<Record<string, string | number>>): string =>
  `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(String(value))}"`)
    .join('')}`;

function testCase(outcome: ReportItem, fixture: string): string[] {
  const { title, line, column, file, verdict, gap, message } = outcome;
  // The line keeps apart two expectations that read alike.
  const tag = element('testcase', { classname: fixture, name: `${title} (line ${line})`, file, line });
  if (verdict === 'passed') return [`    <${tag}/>`];
  const [summary = ''] = message.split('\n');
  const body = escape(`${file}:${line}:${column}: ${message}`);
  const child =
    verdict === 'gap'
      ? `<${element('skipped', { message: gap === undefined ? summary : `known gap: ${gap}` })}>${body}</skipped>`
      : `<${element('failure', { message: summary, type: 'expectation' })}>${body}</failure>`;
  return [`    <${tag}>`, `      ${child}`, '    </testcase>'];
}

function suite({ name, outcomes }: Report['fixtures'][number]): string[] {
  const count = (sought: ReportItem['verdict']): number =>
    outcomes.filter(({ verdict }) => verdict === sought).length;
  const counts = { tests: outcomes.length, failures: count('failed'), errors: 0, skipped: count('gap') };
  return [
    `  <${element('testsuite', { name, ...counts })}>`,
    ...outcomes.flatMap((outcome) => testCase(outcome, name)),
    '  </testsuite>',
  ];
}

/** JUnit XML as CI servers read it: a suite per fixture, a case per expectation, skipped where it is a known gap. No times: the same result, the same bytes. */
export function renderCheckJunit(result: Report, { command }: Wording = CHECK_WORDING): string {
  const { passed, failed, gaps, fixtures } = result;
  const counts = {
    name: command,
    tests: passed + failed + gaps,
    failures: failed,
    errors: 0,
    skipped: gaps,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${element('testsuites', counts)}>`,
    ...fixtures.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
}
