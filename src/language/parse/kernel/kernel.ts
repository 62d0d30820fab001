import { KERNEL } from './bytes.ts';

/** The compiled inner loops (kernel.as) over one memory. Pointers are byte offsets; matrices are row-major float32. */
export interface Kernel {
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  readonly shorts: Int16Array;
  readonly bytes: Uint8Array;
  /** Byte offset of 4096 zero floats. */
  readonly zeros: number;
  /** Byte offset of `STAGING` bytes for what is only passed on. */
  readonly staging: number;
  /** Byte offset of `bytes` fresh zero bytes, aligned to 64. */
  readonly reserve: (bytes: number) => number;
  readonly multiply: (
    rows: number,
    depth: number,
    width: number,
    a: number,
    weight: number,
    bias: number,
    out: number,
    relu: 0 | 1,
  ) => void;
  readonly recur: (
    rows: number,
    half: number,
    gates: number,
    peephole: number,
    input: number,
    out: number,
    inverse: number,
    short: number,
  ) => void;
  readonly gather: (
    count: number,
    dim: number,
    rows: number,
    inputs: number,
    gates: number,
    zeros: number,
    step: number,
    input: number,
    out: number,
  ) => void;
  readonly addBytes: (width: number, row: number, scale: number, out: number) => void;
  readonly addNibbles: (width: number, row: number, scale: number, out: number) => void;
  readonly addRows: (width: number, a: number, b: number, out: number) => void;
  readonly pair: (
    rows: number,
    width: number,
    dependent: number,
    head: number,
    heads: number,
    out: number,
  ) => void;
  readonly pack: (rows: number, width: number, a: number, out: number) => void;
  readonly shorten: (count: number, a: number, inverse: number, out: number) => void;
  readonly multiplyShort: (
    rows: number,
    depth: number,
    width: number,
    a: number,
    weight: number,
    scale: number,
    bias: number,
    out: number,
    relu: 0 | 1,
  ) => void;
  readonly packShort: (
    depth: number,
    width: number,
    stored: number,
    scale: number,
    limit: number,
    steps: number,
    out: number,
    scales: number,
  ) => void;
  readonly largest: (rows: number, width: number, count: number, a: number, out: number) => void;
}

/** The part of the WebAssembly interface used here; TypeScript declares it only with the browser's types. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
const { Module, Memory, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

const PAGE = 65_536;
const ZEROS = 4096 * 4;
export const STAGING = 2 ** 19;

let compiled: object | undefined;

/** A kernel with a memory of its own of at least `bytes`, which never grows: its views stay valid. */
export function instantiate(bytes: number): Kernel {
  compiled ??= new Module(Buffer.from(KERNEL, 'base64'));
  const memory = new Memory({ initial: Math.ceil((bytes + ZEROS + STAGING) / PAGE) + 1 });
  const { exports } = new Instance(compiled, { env: { memory } });
  let next = 1024;
  const reserve = (size: number): number => {
    const at = next;
    next = (next + size + 63) & ~63;
    if (next > memory.buffer.byteLength) throw new Error('the parser reserved too little memory');
    return at;
  };
  const functions = exports as Omit<
    Kernel,
    'floats' | 'integers' | 'shorts' | 'bytes' | 'zeros' | 'staging' | 'reserve'
  >;
  return {
    ...functions,
    floats: new Float32Array(memory.buffer),
    integers: new Int32Array(memory.buffer),
    shorts: new Int16Array(memory.buffer),
    bytes: new Uint8Array(memory.buffer),
    zeros: reserve(ZEROS),
    staging: reserve(STAGING),
    reserve,
  };
}
