import type { ContainerFacts } from './container-facts.js';
import { PackageRefusal } from './package-refusal.js';
import type { StorageReader } from './storage-reader.js';

/** Element numbers of RFC 9559 (Matroska), section 5. */
const ID = {
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
} as const;
const VIDEO_TRACK = 1;
const MOST_ELEMENTS = 100_000;

interface Element {
  id: number;
  from: number;
  to: number;
}

/**
 * Reads the length and the kinds of tracks of a WebM file (EBML, RFC 8794), stepping over the film itself.
 * Refusal: `video-damaged`.
 */
export async function readWebmFacts(reader: StorageReader): Promise<ContainerFacts> {
  const file = { id: 0, from: 0, to: reader.size };
  const segment = await find(reader, file, ID.segment);
  if (!segment) throw damaged('There is no segment');
  let seconds: number | null = null;
  let hasPicture = false;
  for await (const element of elements(reader, segment)) {
    if (element.id === ID.info) seconds = await readDuration(reader, element);
    else if (element.id === ID.tracks) hasPicture = await hasVideoTrack(reader, element);
  }
  return { seconds, hasPicture };
}

async function readDuration(reader: StorageReader, info: Element): Promise<number | null> {
  let scale = 1_000_000;
  let duration: number | null = null;
  for await (const element of elements(reader, info)) {
    const body = await reader.read(element.from, Math.min(8, element.to - element.from));
    if (element.id === ID.timestampScale && body.length > 0) scale = unsigned(body);
    if (element.id !== ID.duration) continue;
    if (body.length === 4) duration = body.readFloatBE(0);
    if (body.length === 8) duration = body.readDoubleBE(0);
  }
  return duration === null ? null : (duration * scale) / 1e9;
}

async function hasVideoTrack(reader: StorageReader, tracks: Element): Promise<boolean> {
  for await (const track of elements(reader, tracks)) {
    if (track.id !== ID.trackEntry) continue;
    const type = await find(reader, track, ID.trackType);
    if (type && unsigned(await reader.read(type.from, Math.min(8, type.to - type.from))) === VIDEO_TRACK) return true;
  }
  return false;
}

async function find(reader: StorageReader, parent: Element, id: number): Promise<Element | undefined> {
  for await (const element of elements(reader, parent)) if (element.id === id) return element;
  return undefined;
}

async function* elements(reader: StorageReader, parent: Element): AsyncGenerator<Element> {
  let at = parent.from;
  for (let count = 0; at < parent.to; count++) {
    if (count > MOST_ELEMENTS) throw damaged('There are too many elements');
    const head = await reader.read(at, 12);
    const idLength = lengthOf(head[0], 4);
    const sizeLength = lengthOf(head[idLength], 8);
    if (head.length < idLength + sizeLength) throw damaged('An element is cut off');
    const id = unsigned(head.subarray(0, idLength));
    const from = at + idLength + sizeLength;
    const size = sizeOf(head.subarray(idLength, idLength + sizeLength));
    // A live recording leaves the size open: its content goes on to the end of what it is in.
    const to = size === null ? parent.to : from + size;
    if (to > parent.to) throw damaged('An element is cut off');
    yield { id, from, to };
    at = to;
  }
}

/** How many bytes a number with this first byte takes: one more than its leading zero bits (RFC 8794 section 4). */
function lengthOf(first: number | undefined, most: number): number {
  const length = first === undefined || first === 0 ? 9 : Math.clz32(first) - 23;
  if (length > most) throw damaged('A number is malformed');
  return length;
}

/** Null when all its bits are set, which means "unknown". */
function sizeOf(bytes: Buffer): number | null {
  const marker = 1n << BigInt(7 * bytes.length);
  const value = BigInt(`0x${bytes.toString('hex')}`) - marker;
  return value === marker - 1n ? null : Number(value);
}

function unsigned(bytes: Buffer): number {
  return bytes.length === 0 ? 0 : Number(BigInt(`0x${bytes.toString('hex')}`));
}

function damaged(detail: string): PackageRefusal {
  return new PackageRefusal('video-damaged', 'The video is incomplete or damaged. Upload it again.', detail);
}
