import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { gifHead, jpegHead, png, webpHeads } from '../../../../../test/fixtures/pictures.js';
import { inspectFile } from './inspect-file.js';
import { inspectImage } from './inspect-image.js';

async function image(bytes: Uint8Array) {
  const storage = new MemoryStorage();
  return inspectImage(storage, storage.add(bytes).sha256);
}
async function file(name: string, bytes: Uint8Array | string) {
  const storage = new MemoryStorage();
  return inspectFile(storage, storage.add(Buffer.from(bytes)).sha256, name);
}

describe('a picture', () => {
  it('says what it is and how large, in each format', async () => {
    expect(await image(png(30, 20))).toEqual({ mediaType: 'image/png', width: 30, height: 20 });
    expect(await image(jpegHead(1200, 800))).toEqual({ mediaType: 'image/jpeg', width: 1200, height: 800 });
    expect(await image(gifHead(16, 9))).toEqual({ mediaType: 'image/gif', width: 16, height: 9 });
    for (const head of webpHeads(640, 480))
      expect(await image(head)).toEqual({ mediaType: 'image/webp', width: 640, height: 480 });
  });

  it('is told by its bytes: nothing that runs, nothing broken', async () => {
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    await expect(image(Buffer.from(svg))).rejects.toMatchObject({
      code: 'not-a-picture',
      sentence: expect.stringContaining('SVG'),
    });
    await expect(image(Buffer.from('<html><script>alert(1)</script>'))).rejects.toMatchObject({
      code: 'not-a-picture',
    });
    await expect(image(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'not-a-picture' });
    await expect(image(jpegHead(1, 1).subarray(0, 12))).rejects.toMatchObject({ code: 'picture-damaged' });
    await expect(image(png(0, 5))).rejects.toMatchObject({ code: 'picture-damaged' });
    await expect(image(gifHead(20_001, 5))).rejects.toMatchObject({ code: 'picture-too-large' });
  });
});

describe('a file to keep', () => {
  it('may be anything that does not run', async () => {
    expect(await file('Permit form.docx', 'PK\u0003\u0004 words')).toMatchObject({ format: 'DOCX' });
    expect(await file('figures.csv', 'a,b\n1,2')).toEqual({ mediaType: 'application/octet-stream', format: 'CSV' });
  });

  it.each([
    ['setup.exe', 'x'],
    ['macro.XLSM ', 'x'],
    ['page.html', 'x'],
    ['drawing.svg', 'x'],
    ['notes.txt', '#!/bin/sh\nrm -rf /'],
    ['notes.txt', '\n<!-- x --><html><body>'],
    ['notes.txt', '\u00ef\u00bb\u00bf<?xml version="1.0"?>\n<svg xmlns="x">'],
    ['photo.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
    ['program', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(300)])],
  ])('is refused when it does: %s', async (name, bytes) => {
    await expect(file(name, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)).rejects.toMatchObject({
      code: 'file-runs',
    });
  });
});
