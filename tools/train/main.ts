/**
 * npm run train -- DATA_DIR [--quick] [--only STAGE] [--work DIR]: rebuilds the models of the language room, stage by stage (see
 * stages.ts), and prints how good they are. What the stages make lies in the work folder, by default a new temporary one; models go from
 * there to src/language/models when every stage has run. --only runs one stage, on what a work folder holds and the models in place; `teacher` runs only so.
 * --quick runs every stage on a few hundred sentences for a few epochs, and leaves the models in place as they are.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODELS } from '../../src/language/language.ts';
import { formatUserError, UserError } from '../../src/model/index.ts';
import { type Context, here, modelsOf } from './context.ts';
import { report } from './evaluate.ts';
import { pythonRunner } from './python.ts';
import { DATA_FILES, sampleData } from './sample.ts';
import { type Stage, STAGES } from './stages.ts';

const USAGE = `usage: npm run train -- DATA_DIR [--quick] [--only ${STAGES.map(({ name }) => name).join('|')}] [--work DIR]`;

function readArguments(): { data: string; quick: boolean; only: Stage | undefined; work: string } {
  const { values, positionals } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      work: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [data, ...rest] = positionals;
  if (data === undefined || rest.length > 0) throw new UserError(USAGE);
  const only = STAGES.find(({ name }) => name === values.only);
  if (values.only !== undefined && !only) throw new UserError(`no stage ${values.only}`, { hint: USAGE });
  const missing = DATA_FILES.filter((name) => !existsSync(join(data, name)));
  if (missing.length > 0) {
    throw new UserError(`the data folder ${data} lacks ${missing.join(', ')}`, {
      hint: 'docs/language.md says what it holds',
    });
  }
  const work = resolve(values.work ?? mkdtempSync(join(tmpdir(), 'claimgraph-train-')));
  return { data: resolve(data), quick: values.quick, only, work };
}

function runStage(stage: Stage, context: Context): void {
  const missing = stage.needs.filter((file) => !existsSync(join(context.work, file)));
  if (missing.length > 0) {
    const makers = STAGES.filter(({ makes }) => makes.some((file) => missing.includes(file)));
    throw new UserError(`stage ${stage.name} needs ${missing.join(', ')} in ${context.work}`, {
      hint: `give the --work folder of an earlier run, or run ${makers.map(({ name }) => name).join(', ')} first`,
    });
  }
  console.log(`\n== ${stage.name}`);
  const begun = performance.now();
  stage.run(context);
  console.log(`== ${stage.name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

/** Puts the models, and the tables they are made with, where the program and the repository have them. */
function install(stages: readonly Stage[], work: string): void {
  for (const file of stages.flatMap(({ makes }) => makes)) {
    if (file.startsWith('models/')) copyFileSync(join(work, file), new URL(basename(file), MODELS));
    else if (file.endsWith('.tsv') && !file.includes('/')) copyFileSync(join(work, file), here(file));
  }
}

function main(): void {
  const { data, quick, only, work } = readArguments();
  mkdirSync(work, { recursive: true });
  console.log(`work folder: ${work}`);
  const sample = join(work, 'data');
  if (quick) sampleData(data, sample);
  const python = pythonRunner(join(work, 'compiled'));
  const context: Context = { data: quick ? sample : data, work, quick, python };
  if (only)
    cpSync(fileURLToPath(MODELS), fileURLToPath(modelsOf(context)), { recursive: true, force: false });
  const stages = only ? [only] : STAGES.filter(({ apart }) => !apart);
  for (const stage of stages) runStage(stage, context);
  if (!quick) install(stages, work);
  report(context.data, modelsOf(context));
}

try {
  main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${formatUserError(error)}\n`);
  process.exitCode = 2;
}
