/** The tables the gazetteer is built from, as rows of cells; lines that begin with # are notes. */
import { readFileSync } from 'node:fs';

export const TABLES = [
  'open',
  'countries',
  'places',
  'organizations',
  'persons',
  'events',
  'peoples',
  'seats',
] as const;
export type Table = (typeof TABLES)[number];
export type Tables = Readonly<Record<Table, readonly (readonly string[])[]>>;

const path = (table: Table): URL => new URL(`./${table}.tsv`, import.meta.url);

export function readTables(): Tables {
  const tables = TABLES.map((table) => [table, parse(readFileSync(path(table), 'utf8'))] as const);
  return Object.fromEntries(tables) as unknown as Tables;
}

function parse(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** The parts of a cell, which `|` parts. */
export function parts(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}
