import { join } from 'node:path';
import type { Context } from '../context.ts';
import { exportSentences } from './export.ts';
import { packReader } from './pack.ts';

type Step =
  | { readonly out: string; readonly settings: readonly string[] }
  | { readonly out: string; readonly average: readonly (readonly [share: number, run: string])[] };

/** Some of a second run with more dropout, which knows names less by heart, makes the first better at tags and names. */
const STEPS: readonly Step[] = [
  { out: '1', settings: ['epochs=14'] },
  {
    out: '2',
    settings: [
      ...['init=1', 'epochs=6', 'own_tags=0.9', 'rate=2e-3', 'drop=0.33', 'drop_word=0.5', 'drop_affix=0.2'],
      ...['drop_cluster=0.1', 'drop_vector=0.08', 'drop_hint=0.15', 'seed=3'],
    ],
  },
  {
    out: '3',
    average: [
      [0.7, '1'],
      [0.3, '2'],
    ],
  },
];

/** The reader: treebanks, name data and open text as numbers, two runs of train.py, packed. */
export function trainReader(context: Context): void {
  const folder = join(context.work, 'reader');
  const file = (run: string): string => join(folder, `${run}.npz`);
  exportSentences(context, folder);
  for (const step of STEPS) {
    console.log(`reader, run ${step.out}`);
    if ('average' in step) {
      const parts = step.average.map(([share, run]) => `${share}:${file(run)}`);
      context.python('reader/average.py', file(step.out), ...parts);
    } else {
      const settings = step.settings.map((setting) =>
        setting.startsWith('init=') ? `init=${file(setting.slice(5))}` : setting,
      );
      if (context.quick) settings.push('epochs=10');
      context.python('reader/train.py', folder, join(folder, 'vectors.i8'), file(step.out), ...settings);
    }
  }
  packReader(context, file(STEPS.at(-1)!.out), folder);
}
