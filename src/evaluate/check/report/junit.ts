import type { CheckResult, FixtureResult, Outcome } from '../check.ts';

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

function testCase({ title, line, column, file, passed, message }: Outcome, fixture: string): string[] {
  // The line keeps apart two expectations that read alike.
  const tag = element('testcase', { classname: fixture, name: `${title} (line ${line})`, file, line });
  if (passed) return [`    <${tag}/>`];
  const [summary = ''] = message.split('\n');
  const body = escape(`${file}:${line}:${column}: ${message}`);
  return [
    `    <${tag}>`,
    `      <${element('failure', { message: summary, type: 'expectation' })}>${body}</failure>`,
    '    </testcase>',
  ];
}

function suite({ name, outcomes }: FixtureResult): string[] {
  const failures = outcomes.filter(({ passed }) => !passed).length;
  const counts = { tests: outcomes.length, failures, errors: 0, skipped: 0 };
  return [
    `  <${element('testsuite', { name, ...counts })}>`,
    ...outcomes.flatMap((outcome) => testCase(outcome, name)),
    '  </testsuite>',
  ];
}

/** JUnit XML as CI servers read it: a suite per fixture, a case per expectation. No times: the same result, the same bytes. */
export function renderCheckJunit(result: CheckResult): string {
  const { passed, failed, fixtures } = result;
  const counts = { name: 'extract check', tests: passed + failed, failures: failed, errors: 0 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${element('testsuites', counts)}>`,
    ...fixtures.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
}
