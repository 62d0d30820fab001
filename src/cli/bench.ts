import { didYouMean } from '../faults/index.ts';
import type { UserEntities } from '../entities/index.ts';
import { UserError, UserErrors } from '../model/index.ts';
import {
  type CheckedRules,
  checkRules,
  placedBuiltinSources,
  readSidecars,
  readSources,
  type RuleSource,
} from '../rules/index.ts';
import { loadConfig } from './config.ts';
import { type Io, pathFrom } from './io.ts';
import type { BenchFlags } from './options.ts';
import { loadEntities, warner } from './setup.ts';

/** Rules to be tried: those of the files named, beside all that are loaded. */
export interface OpenBench {
  /** Files that can't be read are among its errors. */
  readonly checked: CheckedRules;
  /** Whether files were named: else all that are loaded are meant. */
  readonly named: boolean;
  /** Names of the files that are judged, those that can't be read and the sidecars among them. */
  readonly own: ReadonlySet<string>;
  /** The texts of those that could be read, by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly sidecars: readonly RuleSource[];
  readonly entities: UserEntities;
  /** Says what a rule leaves out. */
  readonly warn: (warning: UserError) => void;
}

const BUILTIN = /^builtin(?::|$)/u;
const isSidecar = (path: string): boolean => /\.test\.ya?ml$/u.test(path);

/**
 * Reads rule files to be judged, with the built-in rules and those of the settings beside them. `builtin` and `builtin:NAME` name
 * built-in files. Faults of rules, and files that can't be read, are among what is returned.
 *
 * @throws UserError for settings or entity files with a fault
 */
export async function openBench(files: readonly string[], flags: BenchFlags, io: Io): Promise<OpenBench> {
  const config = await loadConfig(flags.config, io);
  const paths = files.filter((file) => !BUILTIN.test(file)).map((file) => pathFrom(io, file));
  const others = [...(flags.rules ?? []), ...config.rules].map((path) => pathFrom(io, path));
  const named = files.filter((file) => BUILTIN.test(file));
  const wanted = (flags.builtinRules && config.builtinRules) || named.length > 0;
  const builtin = wanted ? placedBuiltinSources() : [];
  const rulePaths = paths.filter((path) => !isSidecar(path));
  const read = readSources([...rulePaths, ...others]);
  const sidecars = readSidecars(files.length === 0 ? others : paths);
  const sources = [...builtin, ...read.sources];
  const ownRead = files.length === 0 ? read : readSources(rulePaths);
  const ownBuiltin = files.length === 0 || named.includes('builtin') ? builtin : builtinNamed(named, builtin);
  const own = [...ownBuiltin, ...ownRead.sources, ...sidecars.sources];
  const unread = [...ownRead.errors, ...sidecars.errors];
  const compiled = checkRules(sources);
  return {
    checked: { ...compiled, errors: [...read.errors, ...sidecars.errors, ...compiled.errors] },
    named: files.length > 0,
    own: new Set([...own.map(({ name }) => name), ...unread.flatMap(({ at }) => (at ? [at.file] : []))]),
    texts: new Map(own.map(({ name, text }) => [name, text])),
    sidecars: sidecars.sources,
    entities: loadEntities(flags, config, compiled.rules, io),
    warn: warner(io),
  };
}

/** @throws UserError naming the nearest, where there is no such file */
function builtinNamed(named: readonly string[], builtin: readonly RuleSource[]): RuleSource[] {
  return named.map((name) => {
    const found = builtin.find((source) => source.name === name);
    if (found) return found;
    const hint =
      didYouMean(
        name,
        builtin.map((source) => source.name),
      ) ?? 'builtin names them all';
    throw new UserError(`there is no built-in rule file "${name}"`, { hint });
  });
}

/** @throws UserErrors where any loaded rule has a fault */
export function refuseFaults({ checked }: OpenBench): void {
  if (checked.errors.length > 0) throw new UserErrors(checked.errors);
}
