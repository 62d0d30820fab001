import type { UserEntities } from '../entities/index.ts';
import { UserErrors } from '../model/index.ts';
import {
  builtinRuleSources,
  type CheckedRules,
  checkRules,
  readRuleSources,
  readSidecars,
  type RuleSource,
} from '../rules/index.ts';
import { loadConfig } from './config.ts';
import { type Io, pathFrom } from './io.ts';
import type { BenchFlags } from './options.ts';
import { loadEntities } from './setup.ts';

/** Rules to be tried: those of the files named, beside all that are loaded. */
export interface OpenBench {
  readonly checked: CheckedRules;
  /** Names of the sources that were named; all where none was. */
  readonly own: ReadonlySet<string>;
  /** Their texts by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly sidecars: readonly RuleSource[];
  readonly entities: UserEntities;
}

const BUILTIN = /^builtin(?::|$)/u;
const isSidecar = (path: string): boolean => /\.test\.ya?ml$/u.test(path);

/**
 * Reads rule files to be judged, with the built-in rules and those of the settings beside them. `builtin` and `builtin:NAME` name
 * built-in files. Faults of rules are among what is returned.
 *
 * @throws UserErrors for files that can't be read
 */
export async function openBench(files: readonly string[], flags: BenchFlags, io: Io): Promise<OpenBench> {
  const config = await loadConfig(flags.config, io);
  const paths = files.filter((file) => !BUILTIN.test(file)).map((file) => pathFrom(io, file));
  const rulePaths = paths.filter((path) => !isSidecar(path));
  const others = [...(flags.rules ?? []), ...config.rules].map((path) => pathFrom(io, path));
  const named = files.filter((file) => BUILTIN.test(file));
  const wanted = (flags.builtinRules && config.builtinRules) || named.length > 0;
  const builtin = wanted ? builtinRuleSources() : [];
  const sources = [...builtin, ...readRuleSources([...rulePaths, ...others])];
  const own = files.length === 0 ? sources : ownSources(rulePaths, named, builtin);
  const checked = checkRules(sources);
  return {
    checked,
    own: new Set(own.map(({ name }) => name)),
    texts: new Map(own.map(({ name, text }) => [name, text])),
    sidecars: readSidecars(files.length === 0 ? others : paths),
    entities: loadEntities(flags, config, checked.rules, io),
  };
}

function ownSources(
  paths: readonly string[],
  named: readonly string[],
  builtin: readonly RuleSource[],
): RuleSource[] {
  const ownBuiltin = named.includes('builtin') ? builtin : builtin.filter(({ name }) => named.includes(name));
  return [...ownBuiltin, ...(paths.length > 0 ? readRuleSources(paths) : [])];
}

/** @throws UserErrors where any loaded rule has a fault */
export function refuseFaults({ checked }: OpenBench): void {
  if (checked.errors.length > 0) throw new UserErrors(checked.errors);
}
