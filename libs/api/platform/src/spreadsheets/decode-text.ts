import { TextDecoder } from 'node:util';
import { SheetRefused } from './sheet-row.js';

const OTHER =
  'This file is not written in UTF-8, so names in it could be read wrongly. In Excel, save it as “CSV UTF-8”, or as a workbook (.xlsx).';

/** What the mark at the beginning says: Excel's “Unicode text” is UTF-16. Without one a text is UTF-8, or nobody can tell. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The same pieces, but the first of them has two bytes at least. */
async function* withBeginning(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array | null = new Uint8Array();
  for await (const piece of bytes) {
    const whole: Uint8Array = beginning ? Buffer.concat([beginning, piece]) : piece;
    beginning = beginning && whole.length < 2 ? whole : null;
    if (!beginning) yield whole;
  }
  if (beginning?.length) yield beginning;
}

/** Bytes as text, in pieces. Refuses what is neither UTF-8 nor says what it is; a mark at the beginning is no part of the text. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const decode = (piece?: Uint8Array): string => {
    try {
      return (piece ? decoder?.decode(piece, { stream: true }) : decoder?.decode()) ?? '';
    } catch {
      throw new SheetRefused(OTHER);
    }
  };
  for await (const piece of withBeginning(bytes)) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    const text = decode(piece);
    // Text has none; files of programs do, and UTF-16 without a mark.
    if (text.includes('\0')) throw new SheetRefused(OTHER);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}
