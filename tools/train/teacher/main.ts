import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAME_LABELS } from '../../../src/language/name-labels.ts';
import type { Context } from '../context.ts';
import { exportForTeacher, namedText, openText } from './export.ts';
import { writeTeacherTable } from './table.ts';

/**
 * The teacher: an encoder fine-tuned on the name data, and its labels for what it learned
 * from (which it does not know by heart) and for open text. Not part of a full run: its table is checked in.
 */
export function makeTeacher(context: Context): void {
  const folder = join(context.work, 'teacher');
  const file = (name: string): string => join(folder, name);
  exportForTeacher(context, file('sentences.jsonl'));
  context.python('teacher/spacy_labels.py', file('sentences.jsonl'), file('spacy.jsonl'));
  context.python('teacher/train.py', file('sentences.jsonl'), file('spacy.jsonl'), file('labels.f32'));
  const flat = readFileSync(file('labels.f32'));
  let at = 0;
  const labelled = Object.values({ ...namedText(context), ...openText(context) })
    .flat()
    .map(({ form }) => {
      const bytes = form.length * NAME_LABELS.length * 4;
      const soft = new Float32Array(flat.buffer.slice(flat.byteOffset + at, flat.byteOffset + at + bytes));
      at += bytes;
      return { form, soft };
    });
  writeTeacherTable(join(context.work, 'teacher.tsv'), labelled);
}
