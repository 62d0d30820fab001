import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { didYouMean } from '../faults/index.ts';
import { UserError, UserErrors, byCodeUnit } from '../model/index.ts';
import { filesBelow, isRuleFile, readRuleFile, systemFault } from './files.ts';
import { importFault } from './imports.ts';
import { keyReader } from './pattern-keys.ts';
import type { PatternKeys } from './pattern-keys.ts';
import { yamlOf } from './source.ts';
import type { ImportTarget, RuleSource } from './source.ts';

const BUILTIN = new URL('./builtin/', import.meta.url);
const BUILTIN_NAME = 'builtin:';

/** Whether a file comes with the program, by the name in its `RuleSource`. */
export const isBuiltin = (file: string): boolean => file.startsWith(BUILTIN_NAME);

/** The rule files that come with the program, by name. */
export function builtinRuleSources(): RuleSource[] {
  const built = new URL('pattern-keys.json', BUILTIN);
  const keys = existsSync(built) ? keyReader(JSON.parse(readFileSync(built, 'utf8')) as PatternKeys) : null;
  return readdirSync(BUILTIN)
    .filter(isRuleFile)
    .sort(byCodeUnit)
    .map((file) => {
      const compiled = new URL(`${file}.json`, BUILTIN);
      return {
        name: `${BUILTIN_NAME}${file.replace(/\.ya?ml$/u, '')}`,
        text: readFileSync(new URL(file, BUILTIN), 'utf8'),
        ...(existsSync(compiled) && { value: JSON.parse(readFileSync(compiled, 'utf8')) as unknown }),
        ...(keys && { keys }),
      };
    });
}

/** The same, read from their text where somebody asks for lines: the value that the build has made has no places. */
export const placedBuiltinSources = (): RuleSource[] =>
  builtinRuleSources().map(({ name, text }) => ({ name, text }));

/** The rule files at a path: itself, or those of a folder. */
function filesAt(path: string): { readonly files: readonly string[]; readonly errors: readonly UserError[] } {
  try {
    if (!statSync(path).isDirectory()) return { files: [path], errors: [] };
  } catch (error) {
    const fault = systemFault(path, error);
    if (!fault) throw error;
    return { files: [], errors: [fault] };
  }
  const found = filesBelow(path);
  if (found.files.length + found.errors.length > 0) return found;
  const empty = new UserError('there is no rule file (*.yaml, *.yml) in this folder', {
    at: { file: path },
    hint: 'name a file, or a folder that holds some',
  });
  return { files: [], errors: [empty] };
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
  readonly sources = new Map<string, RuleSource & { imports: Map<string, ImportTarget> }>();
  readonly errors: UserError[] = [];

  /** Reads a file unless it was read before, and what it imports. */
  read(file: string): void {
    try {
      this.#add(readRuleFile(file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.errors.push(error);
    }
  }

  #add(source: RuleSource): void {
    const real = realpathSync(source.name);
    if (this.sources.has(real)) return;
    const own = { ...source, imports: new Map<string, ImportTarget>() };
    this.sources.set(real, own);
    for (const path of importsOf(own)) {
      if (!importFault(path)) own.imports.set(path, this.#import(own, path));
    }
  }

  /** The name of an imported source, or why there is none. */
  #import(source: RuleSource, path: string): ImportTarget {
    const file = join(dirname(source.name), path).split(sep).join('/');
    const home = realpathSync(dirname(source.name) || '.');
    let real: string;
    try {
      real = realpathSync(file);
    } catch (error) {
      const fault = systemFault(file, error);
      if (!fault) throw error;
      const near = didYouMean(
        path,
        filesBelow(home).files.map((each) => each.slice(home.length + 1)),
      );
      return {
        fault: `there is no rule file "${path}"`,
        hint: near ?? 'name a file in the folder of this one or below',
      };
    }
    if (!real.startsWith(home.endsWith(sep) ? home : `${home}${sep}`))
      return {
        fault: `"${path}" leads out of the folder of this file by a link`,
        hint: 'put the file itself there',
      };
    const known = this.sources.get(real);
    if (known) return known.name;
    const before = this.errors.length;
    this.read(file);
    const fault = this.errors[before];
    if (fault?.at?.file !== file) return file;
    this.errors.splice(before, 1);
    return {
      fault: `"${path}" ${fault.message}`,
      hint: fault.hint ?? 'import another file',
    };
  }
}

/** Rule files as they were read, and what could not be. */
export interface ReadSources {
  readonly sources: readonly RuleSource[];
  /** One for each path or file that is missing, unreadable, too large or not UTF-8. */
  readonly errors: readonly UserError[];
}

/** Reads rule files and folders of them, and the files they import, as far as they can be read. A file named twice is read once. */
export function readSources(paths: readonly string[]): ReadSources {
  const reader = new SourceReader();
  for (const path of paths) {
    const { files, errors } = filesAt(path);
    reader.errors.push(...errors);
    for (const file of files) reader.read(file);
  }
  return { sources: [...reader.sources.values()], errors: reader.errors };
}

/**
 * As `readSources`.
 * @throws UserErrors naming every path that could not be read
 */
export function readRuleSources(paths: readonly string[]): RuleSource[] {
  const { sources, errors } = readSources(paths);
  if (errors.length > 0) throw new UserErrors(errors);
  return [...sources];
}
