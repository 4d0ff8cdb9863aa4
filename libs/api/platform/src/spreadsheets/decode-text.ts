import { SheetRefused } from './sheet-row.js';

const OTHER =
  'This file is not written in UTF-8, so names in it could be read wrongly. In Excel, save it as “CSV UTF-8”, or as a workbook (.xlsx).';

/** Bytes as text, in pieces. Refuses what is not UTF-8; a mark at the beginning is no part of the text. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new SheetRefused(OTHER);
    }
  };
  for await (const piece of bytes) {
    const text = decode(piece);
    // Text has none; files of programs and UTF-16 do.
    if (text.includes('\0')) throw new SheetRefused(OTHER);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}
