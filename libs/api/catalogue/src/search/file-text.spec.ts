import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { fileText, type FileTextKind } from './file-text.js';

type Document = Readable & { addPage(): Document; text(words: string): Document; end(): void };
// The package brings no types; a name that is not a literal keeps the compiler from looking for them.
const name: string = 'pdfkit';
const { default: PDFDocument } = (await import(name)) as { default: new (options: object) => Document };

async function pdf(pages: string[], options: Record<string, unknown> = {}): Promise<Buffer> {
  const document = new PDFDocument({ ...options, autoFirstPage: false });
  for (const words of pages) document.addPage().text(words);
  document.end();
  return buffer(document);
}

const { signal } = new AbortController();
function read(bytes: Uint8Array | string, kind: FileTextKind, stop = signal): Promise<string> {
  const storage = new MemoryStorage();
  return fileText(storage, storage.add(Buffer.from(bytes)).sha256, kind, stop);
}
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

describe('the words of a file', () => {
  it('are those of all pages of a PDF document, apart from one another', async () => {
    const text = await read(await pdf(['Cones and\nlights', 'Plant–person interface']), 'document');
    expect(words(text)).toEqual(['Cones', 'and', 'lights', 'Plant–person', 'interface']);
  });

  it('are what is said in captions, without times, names and tags', async () => {
    const vtt =
      'WEBVTT\n\nNOTE not said\n\nintro\n00:01.000 --> 00:02.000\n<v Ann>Stop &amp; ask</v>\n\n00:03.000 --> 00:04.000\nAgain\n';
    expect(words(await read(vtt, 'captions'))).toEqual(['Stop', '&', 'ask', 'Again']);
  });

  it('are none where a file cannot be read: it is shown as well as it can be, and found by its title', async () => {
    const whole = await pdf(['Half of it is missing']);
    expect(await read('not a document', 'document')).toBe('');
    expect(await read(whole.subarray(0, 40), 'document')).toBe('');
    expect(await read(await pdf(['Secret'], { userPassword: 'x' }), 'document')).toBe('');
    expect(await read('1\n00:00:01,000 --> 00:00:02,000\nSRT\n', 'captions')).toBe('');
  });

  it('can be stored: no zero bytes, no halves of a character, not without end', async () => {
    const cue = `WEBVTT\n\n00:01.000 --> 00:02.000\nx${'🚧'.repeat(600_000)}\n`;
    const text = await read(cue, 'captions');
    expect([text.length, text.isWellFormed(), text.includes('\0')]).toEqual([1_000_000, true, false]);
  });

  it('are tried again later when the file is not there or the work was stopped', async () => {
    await expect(fileText(new MemoryStorage(), 'nowhere', 'document', signal)).rejects.toThrow('not in the storage');
    const stopped = AbortSignal.abort();
    await expect(read(await pdf(['One']), 'document', stopped)).rejects.toThrow();
  });
});
