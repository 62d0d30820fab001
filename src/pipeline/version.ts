import { readFileSync } from 'node:fs';

/** The package's own manifest: two folders up from here, in the sources as in the build. */
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

export const VERSION = manifest.version;

/** Name and version of the program, as graphs record it. */
export const GENERATOR = `${manifest.name} ${manifest.version}`;
