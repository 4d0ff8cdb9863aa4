import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { inspectPdf } from './inspect-pdf.js';

type Document = Readable & { addPage(): Document; text(words: string): Document; end(): void };
// The package brings no types; a name that is not a literal keeps the compiler from looking for them.
const name: string = 'pdfkit';
const { default: PDFDocument } = (await import(name)) as { default: new (options: object) => Document };

async function pdf(pages: number, options: Record<string, unknown> = {}): Promise<Buffer> {
  const document = new PDFDocument({ ...options, autoFirstPage: false });
  for (let page = 1; page <= pages; page++) document.addPage().text(`Page ${page}`);
  document.end();
  return buffer(document);
}

async function inspect(bytes: Uint8Array) {
  const storage = new MemoryStorage();
  const { sha256 } = storage.add(bytes);
  return { sha256, found: await inspectPdf(storage, sha256) };
}

describe('inspectPdf', () => {
  it.each([1, 12])('counts %i pages', async (pages) => {
    const { found, sha256 } = await inspect(await pdf(pages));
    expect(found).toEqual({ sha256, pages });
  });

  it('accepts a document of more than 100 MB', async () => {
    const small = await pdf(3);
    // What lies between the parts that are named in its table is read by nobody.
    const end = small.lastIndexOf('xref\n', small.lastIndexOf('startxref') - 1);
    const gap = 101 * 1024 * 1024;
    const tail = small
      .subarray(end)
      .toString('latin1')
      .replace(/startxref\n\d+/, `startxref\n${end + gap}`);
    const { found } = await inspect(Buffer.concat([small.subarray(0, end), Buffer.alloc(gap, ' '), Buffer.from(tail)]));
    expect(found.pages).toBe(3);
  });

  it('is not misled by empty lines and a mark before the document', async () => {
    const { found } = await inspect(Buffer.concat([Buffer.from('\ufeff\n'), await pdf(2)]));
    expect(found.pages).toBe(2);
  });

  it('does not blame the document for a storage that fails', async () => {
    const storage = new MemoryStorage();
    const { sha256 } = storage.add(await pdf(2));
    storage.size = async () => 500_000;
    storage.open = () => {
      throw new Error('The disk is broken');
    };
    await expect(inspectPdf(storage, sha256)).rejects.toThrow('The disk is broken');
  });

  const zip = () => Buffer.from(scorm12());
  it.each([
    ['a page with a document in it', async () => Buffer.concat([Buffer.from('<script>x</script>'), await pdf(1)])],
    ['a picture with a document in it', async () => Buffer.concat([Buffer.from('GIF89a=1;'), await pdf(1)])],
    ['a picture with script', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a page with script', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a zip file with a document in it', async () => Buffer.concat([zip(), await pdf(1)])],
  ])('refuses %s', async (_, bytes) => {
    await expect(inspect(await bytes())).rejects.toMatchObject({ name: 'PackageRefusal', code: 'not-a-pdf' });
  });

  it('refuses a document that is a zip file too', async () => {
    await expect(inspect(Buffer.concat([await pdf(1), zip()]))).rejects.toMatchObject({ code: 'also-a-zip' });
    const withComment = Buffer.concat([await pdf(1), zip(), Buffer.from('\n%%EOF')]);
    withComment.writeUInt16LE(6, withComment.length - 8);
    await expect(inspect(withComment)).rejects.toMatchObject({ code: 'also-a-zip' });
  });

  it.each([
    ['text', async () => Buffer.from('hello'), 'not-a-pdf'],
    ['nothing', async () => Buffer.alloc(0), 'not-a-pdf'],
    ['a page', async () => Buffer.from('<!doctype html>'), 'not-a-pdf'],
    ['a name without a document', async () => Buffer.from('%PDF-1.7\nnothing'), 'pdf-damaged'],
    ['a password', () => pdf(1, { userPassword: 'a', ownerPassword: 'b' }), 'pdf-encrypted'],
    ['restrictions', () => pdf(1, { ownerPassword: 'b' }), 'pdf-encrypted'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(inspect(await bytes())).rejects.toMatchObject({ name: 'PackageRefusal', code });
  });
});
