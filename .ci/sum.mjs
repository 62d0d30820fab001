/**
 * Adds up the reports of the steps of .ci/run: `sum.mjs FOLDER STEP...`, each step with STEP.json (vitest's JSON report, or
 * `{ passed, failed }`) and STEP.exit. The last line is `N passed, N failed`; exit 1 if anything failed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...steps] = process.argv.slice(2);

function read(path) {
  try {
    return JSON.parse(readFileSync(join(folder, path), 'utf8'));
  } catch {
    return null;
  }
}

function countsOf(report) {
  if (report === null) return { passed: 0, failed: 0 };
  if (!Array.isArray(report.testResults)) return { passed: report.passed, failed: report.failed };
  // A test file that could not be loaded holds no test, and still is a failure.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

let passed = 0;
let failed = 0;
for (const step of steps) {
  const counts = countsOf(read(`${step}.json`));
  const exit = read(`${step}.exit`);
  // A step that failed without naming a failure (an install, a crash, an unhandled error), or that ran nothing.
  if (counts.failed === 0 && (exit !== 0 || counts.passed === 0)) counts.failed = 1;
  console.log(`${step}: ${String(counts.passed)} passed, ${String(counts.failed)} failed`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
