/**
 * What the program seldom needs is bundled into files of its own under dist/deferred and read when it is first used: evaluating zod and the
 * schemas made of it, YAML and Markdown parsers, and tables of languages and wide characters took a quarter of a short run.
 *
 * In the sources all of it is imported as usual. Here every use of such an import becomes a call that requires the file: `z.string()` is
 * `$zod().z.string()`. A use while a module is evaluated defeats the purpose, so those modules use them inside functions.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export const PACKAGES = ['zod', 'yaml', 'js-yaml', 'franc-min', '@lezer/markdown', 're2js', 'string-width'];
/** Modules of our own that are evaluated only there: they may throw nothing and keep nothing, for what they import they have twice. */
const MODULES = {
  'rules/schema/index.ts': 'rule-schemas',
  'rules/test/schema.ts': 'rule-test-schemas',
  'entities/user/schema.ts': 'entity-schemas',
  'graph/schema.ts': 'graph-schema',
  'graph/review/schema.ts': 'review-schemas',
  'cli/config-schema.ts': 'config-schemas',
};

const nameOf = (specifier) => specifier.replace(/^@/, '').replace('/', '-');

/** The deferred file that an import leads to; undefined for others. */
function deferredFile(src, importer, specifier) {
  if (PACKAGES.includes(specifier)) return nameOf(specifier);
  if (!specifier.startsWith('.')) return undefined;
  return MODULES[
    join(dirname(importer), specifier).slice(src.length).replaceAll('\\', '/').replace(/^\//, '')
  ];
}

/** Entry points of the deferred files, by their names. */
export const deferredEntries = (src) => ({
  ...Object.fromEntries(PACKAGES.map((name) => [nameOf(name), `deferred:${name}`])),
  ...Object.fromEntries(Object.entries(MODULES).map(([path, name]) => [name, join(src, path)])),
});

/** For the bundle of the deferred files: packages stand in files of their own there too. */
export const deferredPackages = (root) => ({
  name: 'deferred-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^deferred:/ }, ({ path }) => ({ path: path.slice(9), namespace: 'deferred' }));
    onLoad({ filter: /.*/, namespace: 'deferred' }, ({ path }) => ({
      contents: `export * from ${JSON.stringify(path)};${path === 'string-width' ? ` export { default } from 'string-width';` : ''}`,
      resolveDir: root,
    }));
    onResolve({ filter: /.*/ }, ({ path, namespace, importer }) =>
      namespace === 'file' && !importer.includes('node_modules') && PACKAGES.includes(path)
        ? { path: `./${nameOf(path)}.cjs`, external: true }
        : undefined,
    );
  },
});

const isExternal = { filter: /^\.\/deferred\// };
/** For the main bundle. */
export const deferredFiles = {
  name: 'deferred-files',
  setup({ onResolve }) {
    onResolve(isExternal, ({ path }) => ({ path, external: true }));
  },
};

/** The source of a module with its uses of deferred imports as calls. */
export function deferImports(src, path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const edits = [];
  const names = new Map();
  const header = [];
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) continue;
    const deferred = deferredFile(src, path, statement.moduleSpecifier.text);
    if (deferred === undefined) continue;
    const call = `$${deferred.replaceAll('-', '_')}()`;
    for (const [local, use] of bindings(statement.importClause, call)) names.set(local, use);
    edits.push({ start: statement.getStart(), end: statement.end, text: '' });
    const kept = `${call.slice(0, -2)}_`;
    header.push(
      `let ${kept}; const ${call.slice(0, -2)} = () => (${kept} ??= require('./deferred/${deferred}.cjs'));`,
    );
  }
  if (header.length === 0) return text;
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) && names.has(node.text))
      edits.push(...useEdits(path, node, names.get(node.text)));
    ts.forEachChild(node, visit);
  };
  visit(file);
  edits.sort((a, b) => b.start - a.start);
  const body = edits.reduce(
    (all, { start, end, text: use }) => all.slice(0, start) + use + all.slice(end),
    text,
  );
  return `${header.join(' ')} ${body}`;
}

function bindings({ name, namedBindings }, call) {
  const found = name ? [[name.text, `${call}.default`]] : [];
  if (!namedBindings) return found;
  if (ts.isNamespaceImport(namedBindings)) return [...found, [namedBindings.name.text, call]];
  const named = namedBindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
  return [...found, ...named.map((one) => [one.name.text, `${call}.${(one.propertyName ?? one.name).text}`])];
}

function useEdits(path, node, use) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return [];
  if (ts.isPropertyAssignment(parent) && parent.name === node) return [];
  if (ts.isShorthandPropertyAssignment(parent))
    return [{ start: node.getStart(), end: node.end, text: `${node.text}: ${use}` }];
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) {
    if (parent.name === node) throw new Error(`build: ${path} names something else ${node.text} too`);
  }
  if (ts.isExportSpecifier(parent)) throw new Error(`build: ${path} exports the deferred ${node.text}`);
  // "new f().C()" would make a new f.
  const made = ts.isNewExpression(parent) && parent.expression === node;
  return [{ start: node.getStart(), end: node.end, text: made ? `(${use})` : use }];
}

/** As `deferImports` for a file. */
export const deferredSource = (src, path) => deferImports(src, path, readFileSync(path, 'utf8'));
