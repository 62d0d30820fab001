import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { UserError, UserErrors, byCodeUnit } from '../model/index.ts';
import { importFault } from './imports.ts';
import { MAX_RULE_FILE_BYTES, yamlOf } from './source.ts';
import type { RuleSource } from './source.ts';

const BUILTIN = new URL('./builtin/', import.meta.url);
/** Examples that stand beside a rule file (`funds.test.yaml`) are no rules. */
const isRuleFile = (name: string): boolean => /\.ya?ml$/u.test(name) && !/\.test\.ya?ml$/u.test(name);

const BUILTIN_NAME = 'builtin:';

/** Whether a file comes with the program, by the name in its `RuleSource`. */
export const isBuiltin = (file: string): boolean => file.startsWith(BUILTIN_NAME);

/** The rule files that come with the program, by name. */
export function builtinRuleSources(): RuleSource[] {
  return readdirSync(BUILTIN)
    .filter(isRuleFile)
    .sort(byCodeUnit)
    .map((file) => {
      const compiled = new URL(`${file}.json`, BUILTIN);
      return {
        name: `${BUILTIN_NAME}${file.replace(/\.ya?ml$/u, '')}`,
        text: readFileSync(new URL(file, BUILTIN), 'utf8'),
        ...(existsSync(compiled) && { value: JSON.parse(readFileSync(compiled, 'utf8')) as unknown }),
      };
    });
}

const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return `can't be read (${code ?? String(error)})`;
};

/**
 * Files below a folder, sorted. Links are not followed, so that a folder can't lead out of itself: walked by hand, for Node's own
 * recursive reading follows them in some versions.
 */
export function filesBelow(folder: string, accept: (name: string) => boolean = isRuleFile): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(...folder.split(sep), entry.name);
      const whole = folder.startsWith('/') && !path.startsWith('/') ? `/${path}` : path;
      if (entry.isDirectory()) return filesBelow(whole, accept);
      return entry.isFile() && accept(entry.name) ? [whole] : [];
    })
    .sort(byCodeUnit);
}

/** @throws UserError for a file that is too large or not UTF-8, and what the system says of one that can't be read */
export function readRuleFile(path: string): RuleSource {
  if (statSync(path).size > MAX_RULE_FILE_BYTES)
    throw new UserError(`this rule file is larger than ${MAX_RULE_FILE_BYTES / 1024 / 1024} MB`, {
      at: { file: path },
      hint: 'split it',
    });
  try {
    return { name: path, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UserError('this rule file is not UTF-8', { at: { file: path }, cause });
  }
}

function readPath(path: string): RuleSource[] {
  if (!statSync(path).isDirectory()) return [readRuleFile(path)];
  const files = filesBelow(path);
  if (files.length === 0)
    throw new UserError('there is no rule file (*.yaml, *.yml) in this folder', { at: { file: path } });
  return files.map(readRuleFile);
}

/** What a source imports, as far as it can be told without complaint: a fault in the file is told when it is compiled. */
function importsOf(source: RuleSource): readonly string[] {
  if (!source.text.includes('import')) return [];
  const value = yamlOf(source).yaml?.value as { readonly import?: unknown } | null | undefined;
  const listed = value?.import;
  return Array.isArray(listed) ? listed.filter((path) => typeof path === 'string') : [];
}

/** The sources read so far, by their real paths. */
class SourceReader {
  readonly sources = new Map<string, RuleSource & { imports: Map<string, string | { fault: string }> }>();

  /** Adds a source unless its file was read before, and what it imports. */
  add(source: RuleSource): void {
    const real = realpathSync(source.name);
    if (this.sources.has(real)) return;
    const own = { ...source, imports: new Map<string, string | { fault: string }>() };
    this.sources.set(real, own);
    for (const path of importsOf(own)) {
      const target = importFault(path) ? null : this.#import(own, path);
      if (target !== null) own.imports.set(path, target);
    }
  }

  /** The name of an imported source; null where there is none, which is told with its place later. */
  #import(source: RuleSource, path: string): string | { fault: string } | null {
    const file = join(dirname(source.name), path).split(sep).join('/');
    let real: string;
    try {
      real = realpathSync(file);
      if (!statSync(real).isFile()) return { fault: `"${path}" is no file` };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      if (code === undefined) throw error;
      return { fault: `"${path}" ${reason(error)}` };
    }
    const home = realpathSync(dirname(source.name) || '.');
    if (!real.startsWith(home.endsWith(sep) ? home : `${home}${sep}`))
      return { fault: `"${path}" leads out of the folder of this file by a link` };
    const known = this.sources.get(real);
    if (known) return known.name;
    this.add(readRuleFile(file));
    return file;
  }
}

/**
 * Reads rule files and folders of them, and the files they import. A file named twice is read once.
 * @throws UserErrors naming every path that is missing, unreadable, too large or not UTF-8
 */
export function readRuleSources(paths: readonly string[]): RuleSource[] {
  const reader = new SourceReader();
  const errors: UserError[] = [];
  for (const path of paths) {
    try {
      for (const source of readPath(path)) reader.add(source);
    } catch (error) {
      if (error instanceof UserError) errors.push(error);
      else if ((error as NodeJS.ErrnoException).code !== undefined)
        errors.push(new UserError(reason(error), { at: { file: path }, cause: error }));
      else throw error;
    }
  }
  if (errors.length > 0) throw new UserErrors(errors);
  return [...reader.sources.values()];
}
