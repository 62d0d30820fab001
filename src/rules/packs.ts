import { posix } from 'node:path';
import { schemaFaults } from '../faults/index.ts';
import type { UserError } from '../model/index.ts';
import { userError, placeOf } from './place.ts';
import { PackFileSchema } from './schema/index.ts';
import { yamlOf } from './source.ts';
import type { RuleSource } from './source.ts';

/** A folder of rule files with a name and a version. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly source: RuleSource;
}

/** Whether a source is the `pack.yaml` of a folder. A rule file may bear that name, too: it says `extract`. */
export function isPackFile(source: RuleSource): boolean {
  if (!/^pack\.ya?ml$/u.test(posix.basename(source.name))) return false;
  const value = yamlOf(source).yaml?.value;
  return typeof value === 'object' && value !== null && 'extract-pack' in value;
}

/** Reads pack files. Two packs of one name are a fault. */
export function readPacks(sources: readonly RuleSource[], errors: UserError[]): readonly Pack[] {
  const packs = new Map<string, Pack>();
  for (const source of sources) {
    const { yaml } = yamlOf(source);
    if (!yaml) continue;
    const parsed = PackFileSchema.safeParse(yaml.value);
    if (!parsed.success) {
      errors.push(...schemaFaults(parsed.error.issues, yaml, { schema: PackFileSchema }));
      continue;
    }
    const { name, version } = parsed.data;
    const before = packs.get(name);
    if (!before) packs.set(name, { name, version: String(version), source });
    else
      errors.push(
        userError(
          `pack "${name}" is loaded already from ${placeOf({ file: before.source.name })}`,
          yaml.at(['name']),
          'load one of them',
        ),
      );
  }
  return [...packs.values()];
}

/** The pack that a file belongs to: that of its folder, or of the nearest folder above. */
export function packOf(file: string, packs: readonly Pack[]): Pack | null {
  const homes = packs
    .map((pack) => ({ pack, folder: posix.dirname(posix.normalize(pack.source.name)) }))
    .filter(({ folder }) => folder === '.' || posix.normalize(file).startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length);
  return homes[0]?.pack ?? null;
}
