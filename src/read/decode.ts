import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { UserError } from '../model/index.ts';

/** How much of a file is looked at to tell text from binary data. */
const SNIFFED_BYTES = 65_536;

/** Share of control bytes above which a file without NULs still is no text. */
const MAX_CONTROL_SHARE = 0.05;

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * The text of a file, byte order mark removed, line endings as they stand. A byte order mark beats the label, as in the
 * Encoding Standard's "decode" (https://encoding.spec.whatwg.org/#decode); without either the file is UTF-8.
 *
 * @param encoding a label of the Encoding Standard ("windows-1252", "latin1", "shift_jis" …)
 * @throws UserError for binary data, bytes the encoding doesn't allow, an unknown label and text that is all blank
 */
export function decode(bytes: Uint8Array, encoding?: string): string {
  const label = encodingOf(bytes, encoding);
  const decoder = decoderFor(label);
  if (decoder.encoding === 'utf-8' && looksBinary(bytes)) throw binaryError();
  const decoded = decodeStrictly(decoder, bytes);
  const text = decoder.encoding === 'windows-1252' ? repairWindows1252(decoded) : decoded;
  if (text.includes('\0')) throw binaryError();
  if (text.trim() === '') throw new UserError('is empty', { hint: 'give a file with text in it' });
  return text;
}

function encodingOf(bytes: Uint8Array, encoding: string | undefined): string {
  return markOf(bytes)?.encoding ?? encoding ?? 'utf-8';
}

const markOf = (bytes: Uint8Array): (typeof BYTE_ORDER_MARKS)[number] | undefined =>
  BYTE_ORDER_MARKS.find((known) => known.bytes.every((byte, i) => bytes[i] === byte));

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UserError(`unknown encoding "${label}"`, {
      hint: 'use a label such as utf-8, windows-1252, iso-8859-2, koi8-r, shift_jis or utf-16le',
      cause,
    });
  }
}

function decodeStrictly(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    if (decoder.encoding !== 'utf-8') {
      throw new UserError(`is not valid ${decoder.encoding}`, {
        // A mark beats the label, so that another label would change nothing.
        hint: markOf(bytes) ? 'save it again, as UTF-8' : 'say what it is with --encoding LABEL',
        cause,
      });
    }
    throw new UserError(`is not valid UTF-8 (at byte offset ${String(firstInvalidUtf8(bytes))})`, {
      hint: 'say what it is with --encoding LABEL, for example --encoding windows-1252',
      cause,
    });
  }
}

/** Offset of the first byte that starts no valid UTF-8 sequence. What stands before it re-encodes to the same bytes. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = lenient.indexOf('\uFFFD'); at !== -1; at = lenient.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(lenient.slice(from, at));
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isWritten) return offset;
    offset += 3;
    from = at + 1;
  }
  throw new RangeError('the bytes are valid UTF-8');
}

/** Bytes 0x80 to 0x9F of windows-1252; those it leaves undefined stand for themselves. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 decodes windows-1252 (and so "latin1" and "ascii") as ISO 8859-1: curly quotes come out as C1 controls. */
const repairWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009F]/gu, (control) => WINDOWS_1252_HIGH.charAt(control.charCodeAt(0) - 0x80));

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED_BYTES);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    const isSpace = byte >= 0x09 && byte <= 0x0d;
    if ((byte < 0x20 && !isSpace && byte !== 0x1b) || byte === 0x7f) controls += 1;
  }
  const isPdf = Buffer.from(head.subarray(0, 5)).toString('latin1') === '%PDF-';
  return isPdf || controls > head.length * MAX_CONTROL_SHARE;
}

const binaryError = (): UserError =>
  new UserError('looks like a binary file', {
    hint: 'give plain text or Markdown (for UTF-16 without a byte order mark say --encoding utf-16le)',
  });
