/** tsx tools/train/report.ts DATA_DIR: the evaluation table of the models in place, without training. */
import { MODELS } from '../../src/language/language.ts';
import { report } from './evaluate.ts';

const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: report.ts DATA_DIR');
report(data, MODELS);
