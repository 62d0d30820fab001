import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { z } from 'zod';
import { parseYaml, schemaFaults } from '../faults/index.ts';
import { UserError, UserErrors } from '../model/index.ts';
import { configSchema } from './config-schema.ts';
import type { Io } from './io.ts';

const DEFAULT_FILE = 'extract.config.yaml';

export interface Config {
  /** As typed on the command line they would be: the config's folder, where it is another, stands before them. */
  readonly rules: readonly string[];
  readonly entities: readonly string[];
  readonly builtinRules: boolean;
  readonly disabledRules: readonly string[];
  readonly assumeEnglish: boolean;
  /** Hex SHA-256 of the file; undefined where there is none. */
  readonly sha256?: string;
}

const NO_CONFIG: Config = {
  rules: [],
  entities: [],
  builtinRules: true,
  disabledRules: [],
  assumeEnglish: false,
};

/**
 * The settings of a run: the file named, else extract.config.yaml of the current folder if there is one, else none.
 *
 * @throws UserErrors with line and column for each fault in the file
 */
export async function loadConfig(flag: string | false | undefined, io: Io): Promise<Config> {
  if (flag === false) return NO_CONFIG;
  const file = flag ?? DEFAULT_FILE;
  const bytes = await readBytes(file, flag === undefined, io);
  if (bytes === null) return NO_CONFIG;
  const settings = parseConfig(file, textOf(file, bytes));
  const fromHere = (path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));
  return {
    rules: (settings.rules ?? []).map(fromHere),
    entities: (settings.entities ?? []).map(fromHere),
    builtinRules: settings['builtin-rules'] ?? true,
    disabledRules: settings['disabled-rules'] ?? [],
    assumeEnglish: settings['assume-english'] ?? false,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function readBytes(file: string, isOptional: boolean, io: Io): Promise<Buffer | null> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' && isOptional) return null;
    if (typeof code !== 'string') throw cause;
    throw new UserError(code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`, {
      at: { file },
      hint: 'name the settings file with --config FILE, or say --no-config',
      cause,
    });
  }
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UserError('is not valid UTF-8', { at: { file }, hint: 'save it as UTF-8', cause });
  }
}

function parseConfig(file: string, text: string): z.infer<typeof configSchema> {
  const { yaml, errors } = parseYaml(file, text);
  if (!yaml) throw new UserErrors(errors);
  const result = configSchema.safeParse(yaml.value ?? {});
  if (result.success) return result.data;
  throw new UserErrors(schemaFaults(result.error.issues, yaml, { schema: configSchema }));
}
