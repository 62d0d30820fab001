import { openVectors } from '../vectors.ts';
import { loadParser } from './model.ts';
import { scratchBytes } from './network.ts';
import { createParser, type Parser } from './parse.ts';

export { DEPREL, deprelCode, type Deprel } from './labels.ts';
export { type Words } from './words.ts';
export { documentParser, type Parser } from './parse.ts';
export { SAYS, SPEAKS } from './reports.ts';

let opened: Parser | undefined;

/**
 * The parser over the package's weights, read once.
 * @throws UserError when the weights are missing, damaged, or of another version.
 */
export function openParser(): Parser {
  opened ??= createParser(
    loadParser(new URL('../models/parser.bin', import.meta.url), openVectors(), scratchBytes),
  );
  return opened;
}
