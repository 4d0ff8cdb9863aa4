import { describe, expect, it } from '@jest/globals';
import { pdf } from '../../../../../test/fixtures/documents.js';
import { scorm12, zipOf } from '../../../../../test/fixtures/packages/build.js';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { rawZip } from '../../../../../test/fixtures/packages/raw-zip.js';
import { jpegHead, png } from '../../../../../test/fixtures/pictures.js';
import { inspectDocument } from './inspect-document.js';
import { PackageRefusal } from './package-refusal.js';

const TYPES = '<?xml version="1.0"?><Types/>';
const word = (more: Record<string, string> = {}) =>
  Buffer.from(zipOf({ '[Content_Types].xml': TYPES, '_rels/.rels': TYPES, 'word/document.xml': '<w/>', ...more }));
const odt = (mimetype = 'application/vnd.oasis.opendocument.text') => zipOf({ mimetype, 'content.xml': '<x/>' });
const SCRIPT = '<!doctype html><script>alert(1)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const COMPOUND = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

async function inspect(name: string, bytes: Uint8Array) {
  const storage = new MemoryStorage();
  return inspectDocument(storage, storage.add(bytes).sha256, name);
}

describe('a document', () => {
  it.each<[string, Uint8Array, string, string | null]>([
    ['a.pdf', pdf('One'), 'application/pdf', null],
    ['no ending', pdf('One'), 'application/pdf', null],
    ['a.DOCX', word(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word document'],
    [
      'a.xlsx',
      zipOf({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<w/>' }),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Excel workbook',
    ],
    ['a.odt', odt(), 'application/vnd.oasis.opendocument.text', 'OpenDocument text'],
    ['plan.png', png(30, 20), 'image/png', 'PNG, 30 × 20'],
    ['plan.jpeg', jpegHead(30, 20), 'image/jpeg', 'JPEG, 30 × 20'],
    ['list.csv', Buffer.from('a;b\n1;2\n'), 'text/csv', 'CSV'],
    ['note.txt', Buffer.from('\ufeffStay behind the line.'), 'text/plain', 'Text'],
  ])('is %s', async (name, bytes, mediaType, format) => {
    expect(await inspect(name, bytes)).toMatchObject({ mediaType, format });
  });

  it.each<[string, string, Uint8Array, string]>([
    ['a page', 'a.html', Buffer.from(SCRIPT), 'file-runs'],
    ['a page called a text', 'a.txt', Buffer.from(` <!-- x --> ${SCRIPT}`), 'file-runs'],
    ['a drawing', 'a.svg', Buffer.from(SVG), 'file-runs'],
    ['a drawing called a picture', 'a.png', Buffer.from(SVG), 'file-runs'],
    ['a program', 'setup.exe', Buffer.from('MZ'.padEnd(200, '\0')), 'file-runs'],
    ['a program called a text', 'setup.txt', Buffer.from('#!/bin/sh\nrm -r x'), 'file-runs'],
    ['a document with macros', 'a.docm', word(), 'file-runs'],
    ['macros under another name', 'a.docx', word({ 'word/vbaProject.bin': 'x' }), 'document-macros'],
    ['a control', 'a.docx', word({ 'word/activeX/activeX1.xml': 'x' }), 'document-macros'],
    ['a program inside', 'a.docx', word({ 'word/embeddings/oleObject1.bin': 'x' }), 'document-macros'],
    ['a package called a document', 'a.docx', scorm12(), 'document-kind'],
    ['one kind called another', 'a.xlsx', word(), 'document-kind'],
    ['an open document that says something else', 'a.odt', odt('text/html'), 'document-kind'],
    ['a document before 2007', 'a.doc', COMPOUND, 'document-old'],
    ['a locked document', 'a.docx', COMPOUND, 'encrypted'],
    ['a cut document', 'a.docx', word().subarray(0, 90), 'truncated'],
    ['a document that begins with a page', 'a.docx', Buffer.concat([Buffer.from(SCRIPT), word()]), 'file-runs'],
    [
      'a document with something before it',
      'a.docx',
      rawZip([{ name: 'word/a.xml', data: 'x' }], { before: 'GIF89a' }),
      'also-something-else',
    ],
    ['a bomb', 'a.docx', rawZip([{ name: 'word/a.xml', data: Buffer.alloc(30_000_000) }]), 'suspicious-ratio'],
    ['a way out of the folder', 'a.docx', rawZip([{ name: '../word/a.xml', data: 'x' }]), 'parent-path'],
    ['a picture that is a package', 'a.png', Buffer.concat([png(2, 2), scorm12()]), 'also-a-zip'],
    [
      'a picture with a page behind it',
      'a.png',
      Buffer.concat([png(2, 2), Buffer.from(SCRIPT)]),
      'also-something-else',
    ],
    ['a picture under the name of another', 'a.jpg', png(2, 2), 'document-kind'],
    ['a text that is none', 'a.csv', Buffer.from([97, 0, 1, 2]), 'not-text'],
    ['a film', 'a.mp3', Buffer.from('ID3'), 'document-kind'],
    ['a page called a PDF', 'a.pdf', Buffer.from(SCRIPT), 'not-a-pdf'],
  ])('is not %s (%s)', async (_what, name, bytes, code) => {
    const refusal: unknown = await inspect(name, bytes).then(
      () => 'accepted',
      (error: unknown) => error,
    );
    if (!(refusal instanceof PackageRefusal)) throw new Error(`Not refused: ${String(refusal)}`, { cause: refusal });
    expect(refusal.code).toBe(code);
    expect(refusal.sentence).toMatch(/\.$/);
  });
});
