import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { UserError, UserErrors, byCodeUnit } from '../model/index.ts';

/** The text of a rule file. */
export interface RuleSource {
  /** The path as typed, or `builtin:NAME`. */
  readonly name: string;
  readonly text: string;
  /** What the text says, where the build has read it before: YAML takes longer to read than an article. */
  readonly value?: unknown;
  /** Where the paths it imports lead: the names of other sources. Without it they are looked for by name. */
  readonly imports?: ReadonlyMap<string, string | { readonly fault: string }>;
}

/** Greatest size of one rule file in bytes. */
export const MAX_RULE_FILE_BYTES = 4 * 1024 * 1024;

const BUILTIN = new URL('./builtin/', import.meta.url);
/** Examples that stand beside a rule file (`funds.test.yaml`) are no rules. */
const isRuleFile = (name: string): boolean => /\.ya?ml$/u.test(name) && !/\.test\.ya?ml$/u.test(name);

/** The rule files that come with the program, by name. */
export function builtinRuleSources(): RuleSource[] {
  return readdirSync(BUILTIN)
    .filter(isRuleFile)
    .sort(byCodeUnit)
    .map((file) => {
      const compiled = new URL(`${file}.json`, BUILTIN);
      return {
        name: `builtin:${file.replace(/\.ya?ml$/u, '')}`,
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
 * Rule files below a folder, sorted. Links are not followed, so that a folder can't lead out of itself: walked by hand, for Node's own
 * recursive reading follows them in some versions.
 */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(...folder.split(sep), entry.name);
      const whole = folder.startsWith('/') && !path.startsWith('/') ? `/${path}` : path;
      if (entry.isDirectory()) return filesBelow(whole);
      return entry.isFile() && isRuleFile(entry.name) ? [whole] : [];
    })
    .sort(byCodeUnit);
}

function readRuleFile(path: string): RuleSource {
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

/**
 * Reads rule files and folders of them. A file named twice is read once.
 * @throws UserErrors naming every path that is missing, unreadable, too large or not UTF-8
 */
export function readRuleSources(paths: readonly string[]): RuleSource[] {
  const sources = new Map<string, RuleSource>();
  const errors: UserError[] = [];
  for (const path of paths) {
    try {
      for (const source of readPath(path)) {
        const real = realpathSync(source.name);
        if (!sources.has(real)) sources.set(real, source);
      }
    } catch (error) {
      if (error instanceof UserError) errors.push(error);
      else if ((error as NodeJS.ErrnoException).code !== undefined)
        errors.push(new UserError(reason(error), { at: { file: path }, cause: error }));
      else throw error;
    }
  }
  if (errors.length > 0) throw new UserErrors(errors);
  return [...sources.values()];
}
