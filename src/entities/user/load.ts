import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { byPlace, didYouMean, parseYaml, schemaFaults } from '../../faults/index.ts';
import { ENTITY_TYPES, UserError, UserErrors } from '../../model/index.ts';
import type { Location } from '../../model/index.ts';
import { parseCsv } from './csv.ts';
import type { CsvField } from './csv.ts';
import { indexEntities } from './entities.ts';
import type { PlacedEntity, UserEntities } from './entities.ts';
import { ENTITY_KEYS, entityFileSchema } from './schema.ts';

/** Larger files are refused: about a quarter of a million entities. */
const MAX_BYTES = 16 * 1024 * 1024;

export interface EntityFileOptions {
  /** The types an entity may have. Default: the built-in ones. */
  readonly types?: readonly string[];
}

/** An entity file in memory. The name's extension, `.csv` or another, tells the format. */
export interface EntitySource {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads entity files, YAML or CSV (`.csv`, `.tsv`), in UTF-8.
 *
 * @param paths Named in errors as given.
 * @throws UserErrors with every fault of every file, each with line and column.
 */
export const loadEntityFiles = (paths: readonly string[], options: EntityFileOptions = {}): UserEntities =>
  parseEntityFiles(readEntitySources(paths), options);

/** @throws UserErrors naming every path that can't be read. */
export function readEntitySources(paths: readonly string[]): EntitySource[] {
  const sources: EntitySource[] = [];
  const errors: UserError[] = [];
  for (const file of new Set(paths)) {
    const source = readSource(file);
    if (source instanceof UserError) errors.push(source);
    else sources.push(source);
  }
  if (errors.length > 0) throw new UserErrors(errors);
  return sources;
}

function readSource(file: string): EntitySource | UserError {
  const refuse = (message: string, hint?: string): UserError =>
    new UserError(message, { at: { file }, ...(hint !== undefined && { hint }) });
  try {
    if (statSync(file).size > MAX_BYTES)
      return refuse(`is larger than ${MAX_BYTES / 1024 / 1024} MB`, 'split it');
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError) return refuse('is not UTF-8', 'save it as UTF-8');
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    return refuse(code === 'ENOENT' ? 'no such file' : `can't be read (${code})`);
  }
}

/**
 * Parses entity files. The order of files plays no part, except in which of two faults is named.
 *
 * @throws UserErrors with every fault of every file, each with line and column.
 */
export function parseEntityFiles(
  sources: readonly EntitySource[],
  { types = ENTITY_TYPES }: EntityFileOptions = {},
): UserEntities {
  const parsed = sources.map(({ file, text }) => {
    const plain = text.replace(/^\uFEFF/u, '');
    return /\.[ct]sv$/iu.test(file) ? fromCsv(plain, file) : fromYaml(plain, file);
  });
  const placed = parsed.flatMap(({ entities }) => entities);
  const files = sources.map(({ file, text }) => ({
    file,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  }));
  const { entities, errors } = indexEntities(placed, files);
  const all = [
    ...parsed.flatMap((one) => one.errors),
    ...placed.flatMap(({ entity, typeAt }) => typeFault(entity.type, typeAt, types)),
    ...errors,
  ].sort(byPlace);
  if (all.length > 0) throw new UserErrors(all);
  return entities;
}

function typeFault(type: string, at: () => Location, types: readonly string[]): UserError[] {
  if (types.includes(type)) return [];
  const hint = didYouMean(type, types) ?? `known: ${types.join(', ')}`;
  return [new UserError(`there is no entity type "${type}"`, { at: at(), hint })];
}

interface Parsed {
  readonly entities: readonly PlacedEntity[];
  readonly errors: readonly UserError[];
}

function fromYaml(text: string, file: string): Parsed {
  const { yaml, errors } = parseYaml(file, text);
  if (!yaml) return { entities: [], errors };
  const parsed = entityFileSchema.safeParse(yaml.value);
  if (!parsed.success)
    return { entities: [], errors: schemaFaults(parsed.error.issues, yaml, { schema: entityFileSchema }) };
  const entities = parsed.data.entities.map(
    ({ canonical, type, aliases = [], external_id: externalId }, i): PlacedEntity => ({
      entity: { canonical, type, aliases, ...(externalId !== undefined && { externalId }) },
      at: () => yaml.at(['entities', i, 'canonical']),
      typeAt: () => yaml.at(['entities', i, 'type']),
      aliasAt: (a) => yaml.at(['entities', i, 'aliases', a]),
      externalIdAt: () => yaml.at(['entities', i, 'external_id']),
    }),
  );
  return { entities, errors: [] };
}

const REQUIRED = ['canonical', 'type'] as const;

function fromCsv(text: string, file: string): Parsed {
  let rows: CsvField[][];
  try {
    rows = parseCsv(text, file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { entities: [], errors: [error] };
  }
  const [header = [], ...body] = rows;
  const errors = headerFaults(header, file);
  if (errors.length > 0) return { entities: [], errors };
  const columns = header.map(({ text: name }) => name.toLowerCase());
  const entities: PlacedEntity[] = [];
  for (const row of body) {
    const fault = rowFault(row, columns);
    if (fault) errors.push(fault);
    else entities.push(fromRow(row, columns));
  }
  return { entities, errors };
}

function headerFaults(header: readonly CsvField[], file: string): UserError[] {
  const columns = header.map(({ text }) => text.toLowerCase());
  const start: Location = header[0]?.at ?? { file, line: 1, column: 1 };
  const unknown = header.flatMap(({ text, at }, i) => {
    if (columns.indexOf(text.toLowerCase()) < i)
      return [new UserError(`column "${text}" stands twice`, { at })];
    if (ENTITY_KEYS.some((key) => key === text.toLowerCase())) return [];
    const hint = didYouMean(text, ENTITY_KEYS) ?? `the columns are ${ENTITY_KEYS.join(', ')}`;
    return [new UserError(`unknown column "${text}"`, { at, hint })];
  });
  const missing = REQUIRED.filter((key) => !columns.includes(key)).map(
    (key) =>
      new UserError(`column "${key}" is missing`, {
        at: start,
        hint: `the first line names the columns: ${ENTITY_KEYS.join(', ')}`,
      }),
  );
  return [...unknown, ...missing];
}

function rowFault(row: readonly CsvField[], columns: readonly string[]): UserError | null {
  const extra = row[columns.length];
  if (extra)
    return new UserError(`this row has ${row.length} fields, the first line ${columns.length}`, {
      at: extra.at,
      hint: 'put a field with a separator in it into quotes',
    });
  const empty = REQUIRED.find((key) => !row[columns.indexOf(key)]?.text);
  const start = row[0]?.at;
  return empty === undefined || !start
    ? null
    : new UserError(`"${empty}" is missing`, { at: row[columns.indexOf(empty)]?.at ?? start });
}

function fromRow(row: readonly CsvField[], columns: readonly string[]): PlacedEntity {
  const field = (key: string): CsvField | undefined => row[columns.indexOf(key)];
  const [canonical, type, external, listed] = ['canonical', 'type', 'external_id', 'aliases'].map(field);
  const at = (canonical as CsvField).at;
  const aliases = (listed?.text ?? '').split('|').map((alias) => alias.trim());
  const given = aliases.filter((alias) => alias !== '');
  return {
    entity: {
      canonical: (canonical as CsvField).text,
      type: (type as CsvField).text,
      aliases: given,
      ...(external?.text && { externalId: external.text }),
    },
    at: () => at,
    typeAt: () => (type as CsvField).at,
    aliasAt: () => listed?.at ?? at,
    externalIdAt: () => external?.at ?? at,
  };
}
