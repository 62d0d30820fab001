import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/model/index.ts';
import { here } from './context.ts';

const REQUIREMENTS = here('requirements.txt');
const PROBE = 'import jax, numpy, scipy';

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
 * A Python that has the packages of `requirements.txt`: the one `PYTHON` names, else a virtual environment in the user's cache folder,
 * made when it isn't there.
 *
 * @throws UserError where there is no Python or its packages cannot be had.
 */
export function findPython(): string {
  const given = process.env['PYTHON'];
  if (given !== undefined && given !== '') {
    if (spawnSync(given, ['-c', PROBE]).status === 0) return given;
    throw new UserError(`PYTHON is ${given}, which does not run or lacks jax, numpy or scipy`, {
      hint: `${given} -m pip install -r ${REQUIREMENTS}, or leave PYTHON unset`,
    });
  }
  return ownPython();
}

function ownPython(): string {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(caches, 'claimgraph', `train-${digest}`);
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
      hint: 'install Python 3.11 or later with venv, or name one with jax, numpy and scipy in PYTHON',
      cause,
    });
  }
  try {
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '-r', REQUIREMENTS], { stdio: 'inherit' });
  } catch (cause) {
    throw new UserError(`the packages of ${REQUIREMENTS} could not be installed`, {
      hint: 'see what pip says above; they are published for Python 3.11 and later',
      cause,
    });
  }
  writeFileSync(complete, '');
  return python;
}

/** Runs scripts of this folder; compiled JAX programs are kept in `cache`. */
export function pythonRunner(cache: string): (script: string, ...args: readonly string[]) => void {
  let python: string | undefined;
  return (script, ...args) => {
    python ??= findPython();
    execFileSync(python, [here(script), ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...FIXED, JAX_CACHE: cache },
    });
  };
}
