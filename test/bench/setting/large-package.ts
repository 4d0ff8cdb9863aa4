import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { manifest12 } from '../../fixtures/packages/manifests.js';
import { rawZip } from '../../fixtures/packages/raw-zip.js';

const MB = 1024 * 1024;

/**
 * Writes a SCORM 1.2 package of about 300 MB as authoring tools make them: 36 films and pictures of 8 MB that do not
 * pack, 800 pages, scripts and texts of 12 kB that do. Answers how many bytes it has.
 */
export async function writeLargePackage(file: string): Promise<number> {
  const text = Array.from({ length: 300 }, (_, n) => `<p>Line ${n} of a page: signs before cones.</p>`).join('\n');
  const zip = rawZip([
    { name: 'imsmanifest.xml', data: manifest12({ title: 'A large course' }) },
    { name: 'index.html', data: text },
    ...Array.from({ length: 800 }, (_, n) => ({ name: `pages/${n}.html`, data: `${text}\n<!-- ${n} -->` })),
    // Whoever packs a film notices that it cannot be packed and puts it in as it is.
    ...Array.from({ length: 36 }, (_, n) => ({ name: `films/${n}.mp4`, data: randomBytes(8 * MB + n), method: 0 })),
    ...Array.from({ length: 2 }, (_, n) => ({ name: `films/packed-${n}.mp4`, data: randomBytes(6 * MB + n) })),
  ]);
  await writeFile(file, zip);
  return zip.length;
}
