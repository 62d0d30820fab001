/** The reference of the rule language in Markdown, from the JSON Schema that editors read. */

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;
const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** What a value may be, in a few words. */
function kindOf(schema: Schema): string {
  if (schema.$ref !== undefined) return `[${nameOf(schema.$ref)}](#${nameOf(schema.$ref)})`;
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ');
  switch (schema.type) {
    case 'array':
      return `list of ${schema.items ? kindOf(schema.items) : 'values'}`;
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? `mapping of names to ${kindOf(schema.additionalProperties)}`
        : 'mapping';
    case 'string':
      return 'text';
    case 'boolean':
      return '`true` or `false`';
    default:
      return schema.type ?? 'anything';
  }
}

function boundsOf({ minimum, maximum, maxLength, maxItems, items, type }: Schema): string {
  const bounds: string[] = [];
  if (minimum !== undefined && maximum !== undefined && maximum < 1e9)
    bounds.push(`${minimum} to ${maximum}`);
  if (maxLength !== undefined) bounds.push(`${maxLength} characters at most`);
  if (maxItems !== undefined) bounds.push(`${maxItems} at most`);
  if (type === 'array' && items?.maxLength !== undefined)
    bounds.push(`each ${items.maxLength} characters at most`);
  return bounds.length > 0 ? ` (${bounds.join('; ')})` : '';
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

function rowOf(key: string, schema: Schema, required: boolean): string {
  const given =
    schema.default === undefined || schema.default === '' ? '' : `; ${code(schema.default)} where not given`;
  const [example] = schema.examples ?? [];
  const shown = example === undefined ? '' : ` Such as ${code(example)}.`;
  const what = `${schema.description ?? ''}${shown}`;
  return `| ${code(key)}${required ? ' (required)' : ''} | ${cell(kindOf(schema) + boundsOf(schema) + given)} | ${cell(what)} |`;
}

const tableOf = ({ properties = {}, required = [] }: Schema): string =>
  [
    '| key | value | what it says |',
    '|---|---|---|',
    ...Object.entries(properties).map(([key, schema]) => rowOf(key, schema, required.includes(key))),
  ].join('\n');

function sectionOf(name: string, schema: Schema): string {
  const [example] = schema.properties ? (schema.examples ?? []) : [];
  const body = schema.properties
    ? tableOf(schema)
    : `${kindOf({ ...schema, description: '' })}${boundsOf(schema)}.${(schema.examples ?? []).map((each) => ` ${code(each)}`).join(',')}`;
  return [
    `## ${name}`,
    ...(schema.description === undefined ? [] : [schema.description, '']),
    body,
    ...(example === undefined ? [] : ['', '```json', JSON.stringify(example, null, 2), '```']),
  ].join('\n');
}

/** @param schema The JSON Schema of rule files: files of many rules, then files of one. */
export function rulesReference(schema: object): string {
  const { anyOf = [], $defs = {} } = schema as Schema;
  const [file = {}] = anyOf;
  return [
    '# Reference of the rule language',
    '',
    'Generated from the schema by `npm run schemas`; `rules.md` explains the language. Every other key, type, relation or vocabulary is an error.',
    '',
    '## A rule file',
    tableOf(file),
    '',
    'A file that holds a single rule may have the keys of a [rule](#rule) beside these instead of `rules`.',
    '',
    ...Object.entries($defs)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, definition]) => [sectionOf(name, definition), '']),
  ].join('\n');
}
