import { parseYaml, unplaced } from '../faults/index.ts';
import type { RequiredReader } from './tokens/required.ts';

/** The text of a rule file. */
export interface RuleSource {
  /** The path as typed, or `builtin:NAME`. */
  readonly name: string;
  readonly text: string;
  /** What the text says, where the build has read it and checked it against the schema, defaults filled in: both take longer than an article. */
  readonly value?: unknown;
  /** Of its token patterns, the words that the build has found each to require: those are parsed when they are first tried. */
  readonly keys?: RequiredReader;
  /** Where the paths it imports lead: the names of other sources. Without it they are looked for by name. */
  readonly imports?: ReadonlyMap<string, ImportTarget>;
}

/** The name of the source that is imported, or why there is none. */
export type ImportTarget = string | { readonly fault: string; readonly hint: string };

/** Greatest size of one rule file in bytes. */
export const MAX_RULE_FILE_BYTES = 4 * 1024 * 1024;

type Parsed = ReturnType<typeof parseYaml>;

const parsed = new WeakMap<RuleSource, Parsed>();

/** What the text of a source says; read once for each source, whoever asks. */
export function yamlOf(source: RuleSource): Parsed {
  let found = parsed.get(source);
  if (!found) {
    found =
      source.value === undefined
        ? parseYaml(source.name, source.text)
        : { yaml: unplaced(source.name, source.value), errors: [] };
    parsed.set(source, found);
  }
  return found;
}
