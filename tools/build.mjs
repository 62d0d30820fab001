/**
 * Builds dist/: the program bundled into few files (opening hundreds of modules one by one took longer than reading an article), the
 * library's types, and beside them what the running program reads: rule files, models, facts.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { deferredEntries, deferredFiles, deferredPackages, deferredSource } from './deferred.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const dist = join(root, 'dist');

/** A bundled module finds its files as if it still stood at its own place below dist/. */
const ownPlace = {
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
      const place = `./${relative(src, path).split(sep).join('/').replace(/\.ts$/, '.js')}`;
      const contents = deferredSource(src, path).replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(place)}, import.meta.url).href`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** zod speaks fifty languages; we use one. */
const oneLocale = {
  name: 'one-locale',
  setup({ onLoad }) {
    onLoad({ filter: /zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};

/** Licences of the packages whose code is in the bundle, for they ask that their notices travel with it. */
function notices(...metafiles) {
  const names = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((path) => {
      const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
      return found ? [found[1]] : [];
    });
  return [...new Set(names)].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { license, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license} licence`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
}

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
};
const { metafile } = await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', main: 'src/cli/main.ts' },
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  // Packages in CommonJS ask for Node's own modules by require.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  plugins: [ownPlace, deferredFiles],
});
const deferred = await build({
  ...shared,
  entryPoints: deferredEntries(src),
  outdir: 'dist/deferred',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // Of modules that know their place only what does not ask for it is taken.
  logOverride: { 'empty-import-meta': 'silent' },
  plugins: [deferredPackages(root), oneLocale],
});
writeFileSync(
  join(dist, 'THIRD-PARTY-NOTICES.txt'),
  notices(metafile, deferred.metafile).join(`\n${'-'.repeat(80)}\n\n`),
);
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.(?:ts|md|as)$/.test(entry.name)) continue;
  const from = join(entry.parentPath, entry.name);
  cpSync(from, join(dist, relative(src, from)));
}
/** The built-in rule files as JSON, checked, defaults filled in: neither YAML nor the schema is needed to run them. */
const { RuleListFileSchema } = createRequire(import.meta.url)(join(dist, 'deferred/rule-schemas.cjs'));
for (const file of readdirSync(join(dist, 'rules/builtin'))) {
  const path = join(dist, 'rules/builtin', file);
  if (!/\.ya?ml$/.test(file)) continue;
  const value = RuleListFileSchema.parse(parse(readFileSync(path, 'utf8')));
  writeFileSync(`${path}.json`, JSON.stringify(value));
}
execFileSync(
  process.execPath,
  ['--import', 'tsx', join(root, 'tools/pattern-keys.ts'), join(dist, 'rules/builtin/pattern-keys.json')],
  { cwd: root, stdio: 'inherit' },
);
for (const file of ['index.js', 'index.d.ts', 'main.js']) {
  if (!existsSync(join(dist, file))) throw new Error(`build: dist/${file} is missing`);
}
/** Deferred files that are read before anything was asked of the program. */
const early = execFileSync(
  process.execPath,
  [
    '--input-type=commonjs',
    '--eval',
    `
  import(${JSON.stringify(pathToFileURL(join(dist, 'main.js')).href)}).then(() =>
    console.log(Object.keys(require.cache).filter((file) => file.includes('deferred')).join(' ')))`,
  ],
  { encoding: 'utf8' },
).trim();
if (early !== '')
  throw new Error(
    `build: ${early} is read at the start; use it inside functions, or list the module in tools/deferred.mjs`,
  );
