/**
 * `npm run calibrate -- --gold DIR.. --corpora DATA_DIR [--unseen DIR..] [--write]`: how often each built-in rule is right on labelled
 * articles, and how far the confidence that follows from it can be trusted. `--write` renews src/rules/builtin/measured.json.
 * `--unseen` folders are never learned from; of them only the reliability table is shown.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadRules } from '../../../src/library.ts';
import { formatUserError, UserError } from '../../../src/model/index.ts';
import { readCorpora } from '../corpora/read.ts';
import { fit, predicted } from './fit.ts';
import { observeCorpora, observeGold } from './observe.ts';
import { heldOut, reliability } from './reliability.ts';
import { measuredJson, renderMeasurements, renderReliability } from './report.ts';

const FILE = new URL('../../../src/rules/builtin/measured.json', import.meta.url);

function calibrate(): void {
  const { values } = parseArgs({
    options: {
      gold: { type: 'string', multiple: true, default: [] },
      unseen: { type: 'string', multiple: true, default: [] },
      corpora: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const { gold, unseen, corpora, write } = values;
  if (gold.length === 0 && corpora === undefined)
    throw new UserError('nothing to learn from', {
      hint: 'give --gold FOLDER (repeatable), --corpora FOLDER, or both',
    });
  const rules = loadRules();
  const seen = [
    ...gold.flatMap((folder) => observeGold(folder, rules)),
    ...(corpora === undefined ? [] : observeCorpora(readCorpora(corpora), rules)),
  ];
  const fitted = fit(seen);
  const parts = [
    renderMeasurements(fitted),
    renderReliability('each document by what the others teach', reliability(heldOut(seen))),
  ];
  const fresh = unseen.flatMap((folder) => observeGold(folder, rules));
  if (fresh.length > 0) {
    const forecasts = fresh.map((one) => ({ confidence: predicted(one, fitted), right: one.right }));
    parts.push(renderReliability('articles never learned from', reliability(forecasts)));
  }
  process.stdout.write(parts.join('\n'));
  if (write) writeFileSync(FILE, measuredJson(fitted));
}

try {
  calibrate();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${formatUserError(error)}\n`);
  process.exitCode = 2;
}
