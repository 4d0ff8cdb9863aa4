import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
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
