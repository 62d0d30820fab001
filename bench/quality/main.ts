/**
 * `npm run bench:quality -- DATA_DIR [--errors] [--json]`: how we do on re3d and CoNLL-2004, which are read from
 * DATA_DIR/re3d/*.jsonl and DATA_DIR/conll04/*.jsonl. Nothing of them is part of the project.
 */
import { parseArgs } from 'node:util';
import { formatUserError, UserError } from '../../src/model/index.ts';
import { readCorpora } from './corpora/read.ts';
import { measure } from './measure.ts';
import { renderJson, renderText } from './report.ts';

const USAGE = 'usage: npm run bench:quality -- DATA_DIR [--errors] [--json]';

try {
  const { values, positionals } = parseArgs({
    options: { errors: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new UserError('give one folder of corpora', { hint: USAGE });
  const reports = measure(readCorpora(folder));
  process.stdout.write(values.json ? renderJson(reports) : renderText(reports, values));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${formatUserError(error)}\n`);
  process.exitCode = 2;
}
