import { defineConfig } from 'vitest/config';

/** One project per kind of test, so that `vitest run --project unit` stays fast. */
const project = (name: string, include: string[]) => ({
  test: { name, include, testTimeout: 60_000, pool: 'threads' as const },
});

/** Where CI wants vitest's JSON report, to count from; see .ci/run. */
const { TEST_REPORT } = process.env;

export default defineConfig({
  test: {
    reporters: TEST_REPORT ? ['default', ['json', { outputFile: TEST_REPORT }]] : ['default'],
    projects: [
      project('unit', ['test/**/*.test.ts', '!test/{cli,golden,property,house}/**']),
      project('house', ['test/house/**/*.test.ts']),
      project('cli', ['test/cli/**/*.test.ts']),
      project('golden', ['test/golden/**/*.test.ts']),
      project('property', ['test/property/**/*.test.ts']),
    ],
  },
});
