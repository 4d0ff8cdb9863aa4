import { describe, expect, it } from '@jest/globals';
import { uploadTexts } from '../texts/uploads.js';
import { recogniseFile, titleOfFile } from './upload-kind.js';

const seen = (name: string, size = 10) => recogniseFile({ name, size }, uploadTexts.t);

describe('the kind of a file', () => {
  it.each([
    ['Course.ZIP', 'package'],
    ['film.mp4', 'video'],
    ['film.webm', 'video'],
    ['a.b.pdf', 'document'],
    ['notes.DOCX', 'document'],
    ['plan.png', 'document'],
    ['film.en.vtt', 'captions'],
  ])('%s is %s', (name, kind) => {
    expect(seen(name)).toEqual({ kind });
  });

  it.each([
    ['film.srt', 10, /SRT/],
    ['film.mov', 10, /MP4 or WebM/],
    ['notes.docm', 10, /cannot be used/],
    ['noending', 10, /cannot be used/],
    ['empty.zip', 0, /empty/],
    ['big.pdf', 201 * 1024 * 1024, /larger than 200 MB/],
  ])('%s of %d bytes is refused before it is sent', (name, size, sentence) => {
    expect(seen(name, size)).toEqual({ refusal: expect.stringMatching(sentence) });
  });

  it('makes a title of a name', () => {
    expect(titleOfFile('Signs_before_cones.zip')).toBe('Signs before cones');
    expect(titleOfFile('.pdf')).toBe('.pdf');
    expect([...titleOfFile(`${'ü'.repeat(200)}.pdf`)]).toHaveLength(120);
  });
});
