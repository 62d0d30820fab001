#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// V8 optimizes a function after so much bytecode of it has run, and a regular expression at its second use. At the defaults most of what is
// optimized in reading one article never runs long enough to repay that; reading many loses nothing. Later versions of V8 don't know the first flag.
if (process.versions.node.startsWith('20.')) {
  setFlagsFromString('--interrupt-budget=1200000');
  setFlagsFromString('--no-regexp-tier-up');
}
const { main } = await import('../dist/main.js');

process.exitCode = await main(process);
