import { buffer } from 'node:stream/consumers';
import type { Storage } from '@lms/api-platform';
import { PackageRefusal } from './package-refusal.js';

/** Words on the screen from one moment to another, in seconds. */
export interface Cue {
  from: number;
  to: number;
  /** Plain text: without tags, entities decoded, lines kept. */
  text: string;
}

const MOST_BYTES = 5 * 1024 * 1024;
const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMING = new RegExp(`^${TIME}[ \\t]*-->[ \\t]*${TIME}(?:[ \\t].*)?$`);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
};

/**
 * Reads a WebVTT file (W3C WebVTT, section 4). Cues whose timing is wrong are left out, as browsers do.
 * Refusals: `captions-too-large`, `captions-encoding`, `captions-are-srt`, `not-captions`, `no-cues`.
 */
export async function inspectCaptions(storage: Storage, sha256: string): Promise<Cue[]> {
  const size = await storage.size(sha256);
  if (size === undefined) throw new Error('The uploaded file is not in the storage');
  if (size > MOST_BYTES) throw new PackageRefusal('captions-too-large', 'The captions are larger than 5 MB.');
  const cues = parseCaptions(decode(await buffer(storage.open(sha256))));
  if (cues.length === 0) throw new PackageRefusal('no-cues', 'The captions file holds no captions.');
  return cues;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackageRefusal(
      'captions-encoding',
      'The captions are not saved as UTF-8 text. Save them again as UTF-8.',
    );
  }
}

function parseCaptions(text: string): Cue[] {
  const lines = text.replaceAll('\0', '�').split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    if (lines.slice(0, 10).some((line) => /^\d+:\d\d:\d\d,\d{3} *-->/.test(line))) {
      throw new PackageRefusal('captions-are-srt', 'These captions are in the SRT format. Save them as WebVTT (.vtt).');
    }
    throw new PackageRefusal('not-captions', 'This is not a captions file. Captions are uploaded as WebVTT (.vtt).');
  }
  return blocksOf(lines.slice(1)).flatMap((block) => cueOf(block) ?? []);
}

function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** A cue is a timing line, perhaps with a name above it, and text. Notes, styles and regions have no timing line. */
function cueOf(block: readonly string[]): Cue | undefined {
  if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0] ?? '')) return undefined;
  const at = block[0]?.includes('-->') ? 0 : 1;
  const match = TIMING.exec(block[at]?.trim() ?? '');
  if (!match) return undefined;
  const [from, to] = [secondsOf(match.slice(1, 5)), secondsOf(match.slice(5, 9))];
  const text = plain(block.slice(at + 1).join('\n'));
  return to > from && text !== '' ? { from, to, text } : undefined;
}

function secondsOf([hours, minutes, seconds, milliseconds]: (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number(milliseconds)) / 1000;
}

function plain(text: string): string {
  const untagged = text.replace(/<[^<>]*>/g, '');
  return untagged.replace(/&(amp|lt|gt|quot|nbsp|lrm|rlm);/g, (whole, name) => ENTITIES[String(name)] ?? whole).trim();
}
