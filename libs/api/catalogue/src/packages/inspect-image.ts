import { fileTypeFromBuffer } from 'file-type';
import type { Storage } from '@lms/api-platform';
import { imageSize, type PictureFormat } from './image-size.js';
import { openStored } from './inspect-media.js';
import { PackageRefusal } from './package-refusal.js';

export interface InspectedImage {
  mediaType: `image/${PictureFormat}`;
  /** Pixels. */
  width: number;
  height: number;
}

const LARGEST_SIDE = 20_000;
const FORMATS: Readonly<Record<string, PictureFormat>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/**
 * Accepts a PNG, JPEG, WebP or GIF picture by what is in the bytes. SVG is a program that draws and is not accepted.
 * Refusals: `not-a-picture`, `picture-damaged`, `picture-too-large`.
 */
export async function inspectImage(storage: Storage, sha256: string): Promise<InspectedImage> {
  const reader = await openStored(storage, sha256);
  const head = await reader.read(0, 4100);
  const format = FORMATS[(await fileTypeFromBuffer(head))?.mime ?? ''];
  if (!format) {
    const drawn = /<svg[\s>]/i.test(head.toString('latin1')) ? ' SVG drawings can hold programs; save it as PNG.' : '';
    throw new PackageRefusal('not-a-picture', `This is not a PNG, JPEG, WebP or GIF picture.${drawn}`);
  }
  const size = await imageSize(reader, format);
  if (!size || size.width < 1 || size.height < 1) {
    throw new PackageRefusal('picture-damaged', 'The picture is incomplete or damaged. Save it again.');
  }
  if (Math.max(size.width, size.height) > LARGEST_SIDE) {
    throw new PackageRefusal(
      'picture-too-large',
      'The picture is wider or higher than 20,000 pixels. Make it smaller.',
    );
  }
  return { mediaType: `image/${format}`, ...size };
}
