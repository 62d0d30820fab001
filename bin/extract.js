#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// V8 optimizes a function after so much bytecode of it has run. At its default most of what it optimizes in reading one article never
// runs long enough to repay that; reading many loses nothing. Later versions of V8 don't know the flag.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=400000');
const { main } = await import('../dist/main.js');

process.exitCode = await main(process);
