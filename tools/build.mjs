/**
 * Builds dist/: the program bundled into few files (opening hundreds of modules one by one took longer than reading an article), the
 * library's types, and beside them what the running program reads: rule files, models, facts.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const dist = join(root, 'dist');

/** A bundled module finds its files as if it still stood at its own place below dist/. */
const ownPlace = {
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => {
      const place = `./${relative(src, path).split(sep).join('/').replace(/\.ts$/, '.js')}`;
      const contents = readFileSync(path, 'utf8').replaceAll(
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
function notices(metafile) {
  const names = Object.keys(metafile.inputs).flatMap((path) => {
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
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { index: 'src/index.ts', main: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  // Packages in CommonJS ask for Node's own modules by require.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  plugins: [ownPlace, oneLocale],
});
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(metafile).join(`\n${'-'.repeat(80)}\n\n`));
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.(?:ts|md|as)$/.test(entry.name)) continue;
  const from = join(entry.parentPath, entry.name);
  cpSync(from, join(dist, relative(src, from)));
}
for (const file of readdirSync(join(dist, 'rules/builtin'))) {
  const path = join(dist, 'rules/builtin', file);
  if (/\.ya?ml$/.test(file)) writeFileSync(`${path}.json`, JSON.stringify(parse(readFileSync(path, 'utf8'))));
}
for (const file of ['index.js', 'index.d.ts', 'main.js']) {
  if (!existsSync(join(dist, file))) throw new Error(`build: dist/${file} is missing`);
}
