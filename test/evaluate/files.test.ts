import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readText } from '../../src/evaluate/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const written = (bytes: readonly number[]): string => {
  const file = join(folder, 'a.txt');
  writeFileSync(file, Uint8Array.from(bytes));
  return file;
};

test.each([
  ['UTF-8', [0x41, 0xc3, 0xa9, 0x0d, 0x0a]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x41, 0xc3, 0xa9, 0x0d, 0x0a]],
  ['UTF-16LE', [0xff, 0xfe, 0x41, 0, 0xe9, 0, 0x0d, 0, 0x0a, 0]],
  ['UTF-16BE', [0xfe, 0xff, 0, 0x41, 0, 0xe9, 0, 0x0d, 0, 0x0a]],
])('%s is read, without its mark and with its line endings', (_, bytes) => {
  expect(readText(written(bytes))).toBe('Aé\r\n');
});

test('what is no UTF-8 is an error that says what to do', () => {
  expect(() => readText(written([0x41, 0xff]))).toThrow('is not valid UTF-8');
});

test('a folder and a missing file are errors', () => {
  expect(() => readText(folder)).toThrow('is a folder, not a file');
  expect(() => readText(join(folder, 'none'))).toThrow('no such file');
});
