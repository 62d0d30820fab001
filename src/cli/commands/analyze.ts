import type { Command } from 'commander';
import {
  analyze,
  annotateWords,
  fillConllu,
  loadLanguage,
  readConllu,
  writeAnalysisJson,
  writeConllu,
} from '../../language/index.ts';
import { INPUT_FORMATS, type InputFormat, readArticleFile } from '../../read/index.ts';
import { type Done, EXIT, type Io } from '../io.ts';
import { choice } from '../options.ts';
import { emit } from '../output.ts';

interface AnalyzeFlags {
  readonly format: 'conllu' | 'json';
  readonly output?: string;
  readonly from?: InputFormat | 'conllu';
  readonly encoding?: string;
}

/** `extract analyze [FILE]`: what the program takes the words for, before any rule. */
export function addAnalyzeCommand(program: Command, io: Io, done: Done): void {
  program
    .command('analyze')
    .description('sentences, tokens, tags, lemmas, names and trees of an article, as CoNLL-U or JSON')
    .argument(
      '[file]',
      'text, Markdown, or .conllu (its sentences and words are kept); - for standard input',
      '-',
    )
    .addOption(choice('-f, --format <format>', 'what to print', ['conllu', 'json']).default('conllu'))
    .option('-o, --output <file>', 'file for the analysis')
    .addOption(
      choice('--from <format>', 'what the file is, where the extension does not tell', [
        ...INPUT_FORMATS,
        'conllu',
      ]),
    )
    .option('--encoding <label>', 'encoding of the file, such as windows-1252 (default: UTF-8)')
    .action(async (file: string, flags: AnalyzeFlags) => {
      await emit(await analysisOf(file, flags, io), flags.output, io);
      done(EXIT.done);
    });
}

async function analysisOf(file: string, { from, encoding, format }: AnalyzeFlags, io: Io): Promise<string> {
  const isConllu = from === 'conllu' || (from === undefined && /\.conllu?$/iu.test(file));
  const readAs = from === 'conllu' || isConllu ? 'text' : from;
  const article = await readArticleFile(file, {
    ...(readAs !== undefined && { from: readAs }),
    ...(encoding !== undefined && { encoding }),
    cwd: io.cwd,
    stdin: io.stdin,
    commands: [],
  });
  const language = loadLanguage();
  if (!isConllu) {
    const document = { article, ...analyze(article, language) };
    return format === 'json' ? writeAnalysisJson(document) : writeConllu(document);
  }
  const { text, lines, ...words } = readConllu(article.text, file);
  const given = { ...article, text, reading: text };
  const document = { article: given, ...annotateWords(given, words, language) };
  return format === 'json' ? writeAnalysisJson(document) : fillConllu(lines, document);
}
