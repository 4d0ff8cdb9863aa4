import { describe, expect, it } from '@jest/globals';
import { PAGE, goodPlus, scorm12, utf16, zipOf } from '../../../../../test/fixtures/packages/build.js';
import { manifest12 } from '../../../../../test/fixtures/packages/manifests.js';
import { unpack } from '../../../../../test/fixtures/packages/unpack.js';

describe('how the zip file was made does not matter', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${manifest12({ title: 'Löschübung' })}`)],
    [
      'UTF-16 little-endian',
      utf16(manifest12({ title: 'Löschübung', head: '<?xml version="1.0" encoding="UTF-16"?>' }), 'le'),
    ],
    [
      'UTF-16 big-endian',
      utf16(manifest12({ title: 'Löschübung', head: '<?xml version="1.0" encoding="UTF-16"?>' }), 'be'),
    ],
    ['UTF-16 without a mark', utf16(manifest12({ title: 'Löschübung' }), 'le').subarray(2)],
    [
      'Windows-1252',
      Buffer.from(manifest12({ title: 'Löschübung', head: '<?xml version="1.0" encoding="windows-1252"?>' }), 'latin1'),
    ],
    [
      'UTF-8 that says UTF-16',
      Buffer.from(manifest12({ title: 'Löschübung', head: '<?xml version="1.0" encoding="utf-16"?>' })),
    ],
    [
      'a DOCTYPE',
      Buffer.from(manifest12({ title: 'Löschübung', head: '<!DOCTYPE manifest SYSTEM "http://127.0.0.1:9/a>b.dtd">' })),
    ],
  ])('manifest as %s', async (_, manifest) => {
    const { unpacked } = await unpack(zipOf({ 'imsmanifest.xml': manifest, 'index.html': PAGE }));
    expect(unpacked.title).toBe('Löschübung');
  });

  it('finds the package in a folder, with clutter around it', async () => {
    const { unpacked, paths } = await unpack(
      zipOf({
        'Course/IMSManifest.XML': manifest12(),
        'Course/index.html': PAGE,
        'Course/.DS_Store': 'x',
        'Course/pics/Thumbs.db': 'x',
        '__MACOSX/Course/._index.html': 'x',
        'readme.txt': 'outside',
      }),
    );
    expect(unpacked.entryRoot).toBe('Course/');
    expect(paths).toEqual(['IMSManifest.XML', 'index.html']);
  });

  it('reads names with backslashes, folders, 64-bit sizes and other code pages', async () => {
    const { paths } = await unpack(
      goodPlus(
        { name: 'js\\lib\\a.js', data: 'a' },
        { name: 'empty/', method: 0 },
        { name: './dotted//b.js', data: 'b' },
        { name: 'large.bin', data: 'c', zip64: true },
        { name: Buffer.from([0x81, 0x2e, 0x6a, 0x73]), data: 'd' },
        { name: Buffer.from('Größe.js'), data: 'e' },
        { name: 'Cafe\u0301.js', data: 'f' },
      ),
    );
    expect(paths).toEqual(
      [
        'imsmanifest.xml',
        'index.html',
        'js/lib/a.js',
        'dotted/b.js',
        'large.bin',
        'ü.js',
        'Größe.js',
        'Caf\u00e9.js',
      ].sort(),
    );
  });

  it('accepts the very last path length and depth', async () => {
    const { paths } = await unpack(goodPlus({ name: 'x'.repeat(240) }, { name: `${'d/'.repeat(19)}x` }));
    expect(paths).toHaveLength(4);
  });

  it('stores equal files once', async () => {
    const { unpacked, storage } = await unpack(scorm12({}, { 'index.html': PAGE, 'copy.html': PAGE }));
    expect(unpacked.files).toHaveLength(3);
    expect(storage.blobs.size).toBe(3);
  });
});
