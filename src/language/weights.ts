import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { UserError } from '../model/index.ts';

/**
 * The one binary format of all trained models, little-endian:
 *
 *     0  8 bytes   magic "CLMGRAPH"
 *     8  uint32    version of this format
 *    12  uint32    CRC-32 of every byte from 16 to the end
 *    16  uint32    bytes of the directory
 *    20  …         directory: UTF-8 JSON, padded with blanks so that the data start at a multiple of 8
 *     …            sections, each starting at a multiple of 8
 *
 * Sections are read as views into the file's bytes, so loading costs one read and one checksum.
 */
const MAGIC = 'CLMGRAPH';
const FORMAT_VERSION = 1;
const HEADER = 20;

const ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
type ArrayOf<Name extends ArrayName> = InstanceType<(typeof ARRAYS)[Name]>;

/** What a model file may hold: typed arrays, texts, lists of words (which may not contain a line break). */
export type Section = ArrayOf<ArrayName> | string | readonly string[];
type SectionType = ArrayName | 'text' | 'words';

interface Entry {
  readonly name: string;
  readonly type: SectionType;
  /** From the start of the data. */
  readonly offset: number;
  readonly bytes: number;
}
interface Directory {
  readonly model: string;
  readonly modelVersion: number;
  readonly sections: readonly Entry[];
}

/** The sections of a model file, by name. Asking for one that is missing or of another type is a bug. */
export interface Weights {
  readonly array: <Name extends ArrayName>(name: string, type: Name) => ArrayOf<Name>;
  readonly text: (name: string) => string;
  readonly words: (name: string) => string[];
}

const upTo8 = (size: number): number => (size + 7) & ~7;

/**
 * The bytes of a model file. `modelVersion` counts changes of what the sections mean (features, labels), so that code
 * and weights that do not belong together are told apart.
 */
export function encodeWeights(
  model: string,
  modelVersion: number,
  sections: Readonly<Record<string, Section>>,
): Uint8Array {
  const entries: Entry[] = [];
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const [name, section] of Object.entries(sections)) {
    const { type, chunk } = encodeSection(section);
    entries.push({ name, type, offset: size, bytes: chunk.length });
    chunks.push(chunk);
    size += upTo8(chunk.length);
  }
  const directory = JSON.stringify({ model, modelVersion, sections: entries } satisfies Directory);
  const data = upTo8(HEADER + Buffer.byteLength(directory));
  const file = Buffer.alloc(data + size);
  file.write(MAGIC, 0, 'latin1');
  file.writeUInt32LE(FORMAT_VERSION, 8);
  file.writeUInt32LE(data - HEADER, 16);
  file.fill(' ', HEADER, data);
  file.write(directory, HEADER, 'utf8');
  entries.forEach((entry, index) => file.set(chunks[index]!, data + entry.offset));
  file.writeUInt32LE(crc32(file.subarray(16)), 12);
  return file;
}

function encodeSection(section: Section): { type: SectionType; chunk: Uint8Array } {
  if (typeof section === 'string') return { type: 'text', chunk: Buffer.from(section, 'utf8') };
  if (ArrayBuffer.isView(section)) {
    const type = (Object.keys(ARRAYS) as ArrayName[]).find((name) => section instanceof ARRAYS[name])!;
    return { type, chunk: new Uint8Array(section.buffer, section.byteOffset, section.byteLength) };
  }
  return { type: 'words', chunk: Buffer.from(section.join('\n'), 'utf8') };
}

/**
 * Reads the model file at `path`.
 * @throws UserError when it is missing, damaged, or of another version than this program's.
 */
export function readWeights(path: string | URL, model: string, modelVersion: number): Weights {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (cause) {
    throw unusable(model, 'cannot be read', cause);
  }
  return decodeWeights(file, model, modelVersion);
}

/** As `readWeights`, from bytes. */
export function decodeWeights(bytes: Uint8Array, model: string, modelVersion: number): Weights {
  const file = alignedBuffer(bytes);
  if (file.length < HEADER || file.toString('latin1', 0, 8) !== MAGIC) {
    throw unusable(model, 'is not a model file');
  }
  const format = file.readUInt32LE(8);
  if (format !== FORMAT_VERSION) throw unusable(model, `has format ${format}, not ${FORMAT_VERSION}`);
  if (file.readUInt32LE(12) !== crc32(file.subarray(16))) throw unusable(model, 'is damaged: wrong checksum');
  const data = HEADER + file.readUInt32LE(16);
  const directory = JSON.parse(file.toString('utf8', HEADER, data)) as Directory;
  if (directory.model !== model || directory.modelVersion !== modelVersion) {
    const found = `${directory.model} ${directory.modelVersion}`;
    throw unusable(model, `holds model ${found}, not ${model} ${modelVersion}`);
  }
  return sectionsOf(file, data, directory);
}

/** A view of `bytes` that typed arrays of any width can be laid over; copies only bytes that lie badly. */
function alignedBuffer(bytes: Uint8Array): Buffer {
  const lies = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  return Buffer.from(lies.buffer, lies.byteOffset, lies.byteLength);
}

function sectionsOf(file: Buffer, data: number, directory: Directory): Weights {
  const entries = new Map(directory.sections.map((entry) => [entry.name, entry]));
  const find = (name: string, type: SectionType): { start: number; bytes: number } => {
    const entry = entries.get(name);
    if (entry?.type !== type)
      throw new Error(`model ${directory.model} has no section ${name} of type ${type}`);
    return { start: data + entry.offset, bytes: entry.bytes };
  };
  const text = (name: string, type: SectionType): string => {
    const { start, bytes } = find(name, type);
    return file.toString('utf8', start, start + bytes);
  };
  return {
    array: <Name extends ArrayName>(name: string, type: Name): ArrayOf<Name> => {
      const { start, bytes } = find(name, type);
      const View = ARRAYS[type];
      return new View(
        file.buffer as ArrayBuffer,
        file.byteOffset + start,
        bytes / View.BYTES_PER_ELEMENT,
      ) as ArrayOf<Name>;
    },
    text: (name) => text(name, 'text'),
    words: (name) => {
      const joined = text(name, 'words');
      return joined === '' ? [] : joined.split('\n');
    },
  };
}

function unusable(model: string, fault: string, cause?: unknown): UserError {
  return new UserError(`the ${model} model ${fault}`, { hint: 'reinstall the package', cause });
}
