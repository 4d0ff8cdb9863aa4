import type { ContainerFacts } from './container-facts.js';
import { PackageRefusal } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';

interface Box {
  type: string;
  /** Where its content begins, and where the box ends. */
  from: number;
  to: number;
}

/** A film cut into fragments has many boxes at the top; more than this is no film. */
const MOST_BOXES = 100_000;

/**
 * Walks the boxes of ISO/IEC 14496-12 (4.2) without reading the film itself, so `moov` may also come last. The length
 * is `mvhd`'s (8.2.2), or for a fragmented film `mehd`'s (8.8.2). Refusal: `video-damaged`.
 */
export async function readMp4Facts(reader: StorageReader): Promise<ContainerFacts> {
  const moov = await find(reader, { type: '', from: 0, to: reader.size }, 'moov');
  if (!moov) throw damaged('There is no moov box');
  let scale = 0;
  let duration = 0;
  let hasPicture = false;
  for await (const box of boxes(reader, moov)) {
    if (box.type === 'mvhd') ({ scale, duration } = await movieHeader(reader, box));
    else if (box.type === 'trak') hasPicture ||= await isPicture(reader, box);
    else if (box.type === 'mvex' && duration === 0) duration = await fragmentedDuration(reader, box);
  }
  await refuseCutOff(reader, moov);
  return { seconds: scale > 0 && duration > 0 ? duration / scale : null, hasPicture };
}

async function* boxes(reader: StorageReader, parent: Box): AsyncGenerator<Box> {
  let at = parent.from;
  for (let count = 0; at + 8 <= parent.to; count++) {
    if (count > MOST_BOXES) throw damaged('There are too many boxes');
    const head = await reader.read(at, 16);
    const short = head.readUInt32BE(0);
    const wide = short === 1;
    if (wide && head.length < 16) throw damaged('A box is cut off');
    const size = wide ? Number(head.readBigUInt64BE(8)) : short === 0 ? parent.to - at : short;
    const from = at + (wide ? 16 : 8);
    const to = at + size;
    if (to < from || to > parent.to) throw damaged('A box is cut off');
    yield { type: head.toString('latin1', 4, 8), from, to };
    at = to;
  }
}

async function find(reader: StorageReader, parent: Box, type: string): Promise<Box | undefined> {
  for await (const box of boxes(reader, parent)) if (box.type === type) return box;
  return undefined;
}

/** What comes after `moov` must be whole as well: an upload that broke off ends in the middle of the film. */
async function refuseCutOff(reader: StorageReader, moov: Box): Promise<void> {
  for await (const box of boxes(reader, { type: '', from: moov.to, to: reader.size })) void box;
}

async function movieHeader(reader: StorageReader, box: Box): Promise<{ scale: number; duration: number }> {
  const body = await reader.read(box.from, Math.min(32, box.to - box.from));
  const wide = body[0] === 1;
  if (body.length < (wide ? 32 : 20)) throw damaged('The mvhd box is cut off');
  if (wide) return { scale: body.readUInt32BE(20), duration: known64(body.readBigUInt64BE(24)) };
  return { scale: body.readUInt32BE(12), duration: known32(body.readUInt32BE(16)) };
}

async function fragmentedDuration(reader: StorageReader, mvex: Box): Promise<number> {
  const box = await find(reader, mvex, 'mehd');
  if (!box) return 0;
  const body = await reader.read(box.from, Math.min(12, box.to - box.from));
  const wide = body[0] === 1;
  if (body.length < (wide ? 12 : 8)) return 0;
  return wide ? known64(body.readBigUInt64BE(4)) : known32(body.readUInt32BE(4));
}

async function isPicture(reader: StorageReader, trak: Box): Promise<boolean> {
  const mdia = await find(reader, trak, 'mdia');
  const hdlr = mdia && (await find(reader, mdia, 'hdlr'));
  if (!hdlr) return false;
  return (await reader.read(hdlr.from + 8, 4)).toString('latin1') === 'vide';
}

/** All bits set means that the length is not known. */
function known32(value: number): number {
  return value === 0xffffffff ? 0 : value;
}

function known64(value: bigint): number {
  return value === 0xffffffffffffffffn ? 0 : Number(value);
}

function damaged(detail: string): PackageRefusal {
  return new PackageRefusal('video-damaged', 'The video is incomplete or damaged. Upload it again.', detail);
}
