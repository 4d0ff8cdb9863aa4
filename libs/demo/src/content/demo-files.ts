import { readFile } from 'node:fs/promises';
import { NOISE_PICTURE } from '../alliance/courses/hygiene-page.js';
import { assets } from './assets.js';
import { buildPdf, documentNames } from './documents.js';
import { buildPackage, packageNames } from './packages.js';

export interface DemoFile {
  /** As courses name it, for example `data-protection.zip`. */
  name: string;
  kind: 'package' | 'document' | 'video' | 'captions' | 'image';
  mediaType: string;
  /** Seconds of a video, pages of a document; null for the rest. */
  length: number | null;
  read(): Promise<Uint8Array>;
}

/** What the picture is called that a film begins with. */
export const posterOf = (film: string): string => film.replace(/\.mp4$/, '-poster.jpg');

const made = (name: string, kind: DemoFile['kind'], mediaType: string, length: number | null = null): DemoFile => ({
  name,
  kind,
  mediaType,
  length,
  read: async () => new Uint8Array(await readFile(new URL(`video/${name}`, assets))),
});

const pages = { 'welcome-handbook': 4, 'raising-the-bar-23': 3 } as const;

const picture = (name: string): DemoFile => ({
  name,
  kind: 'image',
  mediaType: 'image/png',
  length: null,
  read: async () => new Uint8Array(await readFile(new URL(`pictures/${name}`, assets))),
});

/** Every file that the demo's courses play or show; a film's poster has its name. */
export const demoFiles: readonly DemoFile[] = [
  ...packageNames.map((name): DemoFile => ({
    name: `${name}.zip`,
    kind: 'package',
    mediaType: 'application/zip',
    length: null,
    read: async () => buildPackage(name),
  })),
  ...documentNames.map((name): DemoFile => ({
    name: `${name}.pdf`,
    kind: 'document',
    mediaType: 'application/pdf',
    length: pages[name],
    read: () => buildPdf(name),
  })),
  made('incursions.mp4', 'video', 'video/mp4', 34),
  made('incursions.en.vtt', 'captions', 'text/vtt'),
  made('outcomes.mp4', 'video', 'video/mp4', 41),
  made('outcomes.en.vtt', 'captions', 'text/vtt'),
  picture(NOISE_PICTURE.file),
  made(posterOf('incursions.mp4'), 'image', 'image/jpeg'),
  made(posterOf('outcomes.mp4'), 'image', 'image/jpeg'),
];
