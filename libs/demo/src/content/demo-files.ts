import { readFile } from 'node:fs/promises';
import { NOISE_PICTURE } from '../alliance/courses/hygiene-page.js';
import { assets } from './assets.js';
import { buildPdf, documentNames } from './documents.js';
import { buildPackage, packageNames } from './packages.js';

export interface DemoFile {
  /** As courses name it, for example `data-protection.zip`. */
  name: string;
  kind: 'package' | 'document' | 'video' | 'captions' | 'picture' | 'image';
  mediaType: string;
  /** Seconds of a video, pages of a document; null for the rest. */
  length: number | null;
  read(): Promise<Uint8Array>;
}

const made = (name: string, kind: DemoFile['kind'], mediaType: string, length: number | null = null): DemoFile => ({
  name,
  kind,
  mediaType,
  length,
  read: async () => new Uint8Array(await readFile(new URL(`video/${name}`, assets))),
});

const pages = { 'welcome-handbook': 4, 'alliance-outcomes': 2, 'raising-the-bar-23': 3 } as const;

const picture = (name: string): DemoFile => ({
  name,
  kind: 'image',
  mediaType: 'image/png',
  length: null,
  read: async () => new Uint8Array(await readFile(new URL(`pictures/${name}`, assets))),
});

/** Every file that the demo's courses play or show; a picture is the still of the video with the same name. */
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
  made('incursions-poster.jpg', 'picture', 'image/jpeg'),
  picture(NOISE_PICTURE.file),
];
