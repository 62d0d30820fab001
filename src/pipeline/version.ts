import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The package's own manifest: two folders up from here, in the sources as in the build. */
const manifest = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

export const VERSION = manifest.version;

/** Name and version of the program, as graphs record it. */
export const GENERATOR = `${manifest.name} ${manifest.version}`;
