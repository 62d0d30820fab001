import { readFileSync } from 'node:fs';

export interface Parameter {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

const LOCAL_HEADER = 0x04034b50;

/** The float32 arrays of a NumPy .npz archive as `np.savez` writes it: a ZIP without compression; other arrays are left out. */
export function readNpz(path: string): Map<string, Parameter> {
  const file = readFileSync(path);
  const found = new Map<string, Parameter>();
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let entry = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = file.readUInt16LE(entry + 28);
    const extra = file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
    const name = file.toString('utf8', entry + 46, entry + 46 + nameLength);
    const local = file.readUInt32LE(entry + 42);
    if (file.readUInt32LE(local) !== LOCAL_HEADER) throw new Error(`${path}: not a ZIP archive`);
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const parameter = readNpy(file, data);
    if (parameter) found.set(name.replace(/\.npy$/, ''), parameter);
    entry += 46 + nameLength + extra;
  }
  return found;
}

function readNpy(file: Buffer, at: number): Parameter | undefined {
  const length = file.readUInt16LE(at + 8);
  const header = file.toString('latin1', at + 10, at + 10 + length);
  if (!header.includes("'<f4'")) return undefined;
  const shape = /'shape': \(([^)]*)\)/
    .exec(header)![1]!
    .split(',')
    .map((part) => part.trim());
  const sizes = shape.filter((part) => part !== '').map(Number);
  const count = sizes.reduce((a, b) => a * b, 1);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = file.readFloatLE(at + 10 + length + 4 * i);
  return { shape: sizes, values };
}
