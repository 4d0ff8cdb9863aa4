import { fileTypeFromBuffer } from 'file-type';
import type { Storage } from '@lms/api-platform';
import type { ContainerFacts } from './container-facts.js';
import { readMp4Facts } from './mp4-facts.js';
import { PackageRefusal } from './package-refusal.js';
import { StorageReader } from './storage-reader.js';
import { readWebmFacts } from './webm-facts.js';

export interface InspectedVideo {
  mediaType: 'video/mp4' | 'video/webm';
  /** Whole seconds, rounded down, at least 1. */
  seconds: number;
}

const LONGEST = 24 * 60 * 60;

/**
 * Accepts an MP4 or WebM file that has a picture and says how long it is; what counts is in the bytes, not the name.
 * Refusals: `not-a-video`, `video-damaged`, `no-picture`, `video-length-unknown`, `video-too-long`.
 */
export async function inspectVideo(storage: Storage, sha256: string): Promise<InspectedVideo> {
  const reader = await openStored(storage, sha256);
  const kind = await fileTypeFromBuffer(await reader.read(0, 4100));
  if (kind?.mime === 'video/mp4' || kind?.mime === 'video/x-m4v') {
    return { mediaType: 'video/mp4', seconds: accepted(await readMp4Facts(reader)) };
  }
  if (kind?.mime === 'video/webm') return { mediaType: 'video/webm', seconds: accepted(await readWebmFacts(reader)) };
  const found = kind ? ` It looks like ${kind.ext.toUpperCase()}.` : '';
  throw new PackageRefusal('not-a-video', `This is not an MP4 or WebM video, the kinds that are accepted.${found}`);
}

/** A reader of a stored file; it is a mistake here, not of the author, when there is none. */
export async function openStored(storage: Storage, sha256: string): Promise<StorageReader> {
  const size = await storage.size(sha256);
  if (size === undefined) throw new Error('The uploaded file is not in the storage');
  return new StorageReader(storage, sha256, size, 8 * 1024);
}

function accepted({ seconds, hasPicture }: ContainerFacts): number {
  if (!hasPicture) throw new PackageRefusal('no-picture', 'The file holds no picture, only sound.');
  if (seconds === null || !Number.isFinite(seconds) || seconds <= 0) {
    throw new PackageRefusal(
      'video-length-unknown',
      'The video does not say how long it is. Save it again as an ordinary MP4 file.',
    );
  }
  if (seconds > LONGEST) throw new PackageRefusal('video-too-long', 'The video says that it is longer than a day.');
  return Math.max(1, Math.floor(seconds));
}
