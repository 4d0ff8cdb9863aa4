import { existsSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { assets } from './assets.js';

/** Every lesson: its own manifest and page, and the shared files that the manifest names. */
const files = {
  'temporary-traffic-management': ['imsmanifest.xml', 'index.html', 'lesson.css', 'lesson.js', 'scorm12.js'],
  'data-protection': ['imsmanifest.xml', 'index.html', 'lesson.css', 'lesson.js', 'scorm12.js'],
  'plant-person-interface': ['imsmanifest.xml', 'index.html', 'lesson.css', 'lesson.js', 'scorm2004.js'],
} as const;

export type PackageName = keyof typeof files;
export const packageNames = Object.keys(files) as PackageName[];

// Zip knows local times only, from 1980 on: fixed fields, so that the bytes are the same everywhere.
const written = new Date(2024, 0, 2, 3, 4, 6);

const read = (name: PackageName, file: string): Uint8Array => {
  const own = new URL(`packages/${name}/${file}`, assets);
  return readFileSync(existsSync(own) ? own : new URL(`packages/shared/${file}`, assets));
};

/** The lesson as a zip that a SCORM player takes; the same bytes on every call. */
export const buildPackage = (name: PackageName): Uint8Array =>
  zipSync(Object.fromEntries(files[name].map((file) => [file, read(name, file)])), { mtime: written, level: 9, os: 3 });
