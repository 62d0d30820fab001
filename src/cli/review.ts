import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openReview } from '../graph/index.ts';
import { type ArticleRecord, type MergeDecision, UserError } from '../model/index.ts';
import { type Io, say } from './io.ts';
import { emit } from './output.ts';

/** The review file of a run. */
export interface ReviewFile {
  readonly decisions: readonly MergeDecision[];
  /** Writes it back with what is doubtful in these records, and says how many joins are left to decide. */
  readonly save: (records: readonly ArticleRecord[], others?: readonly MergeDecision[]) => Promise<void>;
}

export const noReview: ReviewFile = { decisions: [], save: () => Promise.resolve() };

/** @throws UserError where it can't be read; UserErrors with line and column for every fault in it. */
export async function openReviewFile(
  file: string,
  { quiet = false }: { readonly quiet?: boolean },
  io: Io,
): Promise<ReviewFile> {
  if (file === '-')
    throw new UserError('--review needs a file', { hint: 'the answers are read from it and kept in it' });
  const before = await readIfThere(file, io);
  const review = openReview(before, file);
  return {
    decisions: review.decisions,
    async save(records, others) {
      const { text, open } = review.after(records, others);
      if (text !== before) await emit(text, file, io);
      if (open > 0 && !quiet) say(io, `${file}: ${open} doubtful ${open === 1 ? 'join' : 'joins'} to answer`);
    },
  };
}

async function readIfThere(file: string, io: Io): Promise<string | null> {
  try {
    return await readFile(resolve(io.cwd, file), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return null;
    if (typeof code !== 'string') throw cause;
    throw new UserError(code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`, {
      at: { file },
      hint: 'name a file with --review',
      cause,
    });
  }
}
