import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml, schemaFaults, unplaced } from '../../faults/index.ts';
import { byCodeUnit, formatUserError, UserError, UserErrors } from '../../model/index.ts';
import { readText, systemReason } from '../files.ts';
import { goldSchema, type GoldGraph } from './gold-schema.ts';

const SUFFIX = '.gold.json';

/** One article with its gold graph. */
export interface GoldDocument {
  /** File name without `.gold.json`. */
  readonly id: string;
  /** Path of the article, for the pipeline to read. */
  readonly article: string;
  readonly text: string;
  readonly gold: GoldGraph;
}

export interface GoldSet {
  /** Sorted by id. */
  readonly documents: readonly GoldDocument[];
  /** Faults that do not stop the count, one line each. */
  readonly warnings: readonly string[];
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`is not valid JSON: ${(error as Error).message}`, { at: { file }, cause: error });
  }
}

function referenceErrors(file: string, { entities, relations }: GoldGraph): UserError[] {
  const errors: UserError[] = [];
  const ids = new Set<string>();
  for (const { id } of entities) {
    if (ids.has(id)) errors.push(new UserError(`two entities have the id ${id}`, { at: { file } }));
    ids.add(id);
  }
  for (const [index, relation] of relations.entries()) {
    for (const end of ['source', 'target'] as const) {
      if (ids.has(relation[end])) continue;
      errors.push(
        new UserError(`relations[${index}].${end}: no entity has the id ${relation[end]}`, { at: { file } }),
      );
    }
  }
  return errors;
}

/**
 * One gold graph.
 *
 * @param file - path, for messages
 * @param text - content of the file
 * @throws UserErrors naming every fault
 */
export function parseGold(file: string, text: string): GoldGraph {
  const value = parseJson(file, text);
  const parsed = goldSchema.safeParse(value);
  if (!parsed.success) {
    // JSON is YAML, so the YAML parser can say where things stand; it refuses a doubled key, which JSON allows.
    const places = parseYaml(file, text).yaml ?? unplaced(file, value);
    throw new UserErrors(schemaFaults(parsed.error.issues, places));
  }
  const errors = referenceErrors(file, parsed.data);
  if (errors.length > 0) throw new UserErrors(errors);
  return parsed.data;
}

/** Evidence that the article does not hold: the relation still counts, but its event ends can't align by evidence. */
function evidenceWarnings(file: string, text: string, { relations }: GoldGraph): string[] {
  return relations.flatMap(({ evidence }, index) =>
    text.includes(evidence)
      ? []
      : [
          formatUserError(
            new UserError(`relations[${index}].evidence does not stand in the text: "${evidence}"`, {
              at: { file },
            }),
          ),
        ],
  );
}

function goldFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such folder' : systemReason(error);
    throw new UserError(reason, { at: { file: folder }, cause: error });
  }
  const gold = names.filter((name) => name.endsWith(SUFFIX) && !name.startsWith('.')).sort(byCodeUnit);
  if (gold.length > 0) return gold;
  throw new UserError('no gold graphs here', {
    at: { file: folder },
    hint: 'a gold set holds NAME.txt and NAME.gold.json',
  });
}

/**
 * All `NAME.gold.json` of a folder with the `NAME.txt` beside each.
 *
 * @throws UserErrors naming every fault of every file
 */
export function readGold(folder: string): GoldSet {
  const documents: GoldDocument[] = [];
  const warnings: string[] = [];
  const errors: UserError[] = [];
  for (const name of goldFiles(folder)) {
    const id = name.slice(0, -SUFFIX.length);
    const [file, article] = [join(folder, name), join(folder, `${id}.txt`)];
    try {
      const gold = parseGold(file, readText(file));
      const text = readText(article);
      warnings.push(...evidenceWarnings(file, text, gold));
      documents.push({ id, article, text, gold });
    } catch (error) {
      if (error instanceof UserErrors) errors.push(...error.errors);
      else if (error instanceof UserError) errors.push(error);
      else throw error;
    }
  }
  if (errors.length > 0) throw new UserErrors(errors);
  return { documents, warnings };
}
