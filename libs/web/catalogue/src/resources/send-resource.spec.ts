import { describe, expect, it, jest } from '@jest/globals';
import type { Upload } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { kindFor, resourceKindOf, wrongWith } from './resource-file.js';
import { RefusedFile, sendResource, type SendDeps } from './send-resource.js';

const upload = (state: Upload['state'], facts: Partial<Upload> = {}) =>
  ({ id: 'u1', state, refusal: null, ...facts }) as Upload;
const file = new File(['x'], 'zone.png');

function deps(reads: (Upload | Error)[]): SendDeps {
  return {
    send: async () => 'u1',
    read: async () => {
      const next = reads.shift();
      if (next instanceof Error) throw next;
      if (!next) throw new Error('Asked too often');
      return next;
    },
    add: async (uploadId) => ({ id: `r-${uploadId}`, known: false }),
    pause: async () => undefined,
  };
}
const start = (with_: SendDeps, signal = new AbortController().signal, onProgress = jest.fn()) =>
  sendResource({ file, kind: 'image', onProgress, signal }, with_);

describe('sending a file to the library', () => {
  it('waits until it was looked into, whatever the signal does', async () => {
    const lost = new ApiProblem({ status: 0, code: 'no-signal', detail: '' });
    expect(await start(deps([upload('processing'), lost, upload('ready')]))).toEqual({ id: 'r-u1', known: false });
  });

  it('says why a file is refused, and passes on what cannot be mended', async () => {
    const refused = start(deps([upload('refused', { refusal: 'This is not a picture.' })]));
    await expect(refused).rejects.toThrow(RefusedFile);
    await expect(refused).rejects.toThrow('This is not a picture.');
    const gone = new ApiProblem({ status: 404, code: 'not-found', detail: 'x' });
    await expect(start(deps([gone]))).rejects.toBe(gone);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(start(deps([]), stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a file', () => {
  it('is of the kind that its name says', () => {
    expect(['a.PNG', 'b.webm', 'c.pdf', 'd.zip', 'e.docx', 'constructor'].map(resourceKindOf)).toEqual([
      'image',
      'video',
      'document',
      'package',
      'document',
      'file',
    ]);
  });

  it('is taken for what is wanted, or not at all', () => {
    expect(kindFor('a.zip', ['file'])).toBe('file');
    expect(kindFor('a.pdf', ['document', 'file'])).toBe('document');
    expect(kindFor('a.png', ['file'])).toBeNull();
    expect(kindFor('a.docx', ['file'])).toBe('file');
    expect(['a.png', 'a.txt', 'a.svg'].map((name) => kindFor(name, ['document']))).toEqual([
      'document',
      'document',
      null,
    ]);
    expect(wrongWith({ name: 'a.png', size: 5 }, ['video'])).toBe('otherKind');
    expect(wrongWith({ name: 'a.png', size: 0 }, ['image'])).toBe('empty');
    expect(wrongWith({ name: 'a.png', size: 21 * 1024 * 1024 }, ['image'])).toBe('large');
    expect(wrongWith({ name: 'a.png', size: 5 }, ['image'])).toBeNull();
  });
});
