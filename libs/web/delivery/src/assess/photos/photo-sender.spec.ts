import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '@lms/web-platform';
import { fitInto } from './shrink-picture.js';
import type { PhotoShelf, ShelvedPhoto } from './photo-shelf.js';
import { PhotoSender } from './photo-sender.js';

const picture = new Blob(['p']);
const noSignal = new ApiProblem({ status: 0, code: 'no-signal', detail: '' });

function setting(left: ShelvedPhoto[] = [], full = false) {
  const shelf = new Map(left.map((photo) => [photo.id, photo]));
  const store: PhotoShelf = {
    put: (photo) => (full ? Promise.reject(new Error('full')) : Promise.resolve(void shelf.set(photo.id, photo))),
    of: () => Promise.resolve([...shelf.values()]),
    remove: (id) => Promise.resolve(void shelf.delete(id)),
  };
  const sent: string[] = [];
  const answers: (unknown | null)[] = [];
  let n = 0;
  let arrived = 0;
  const sender = new PhotoSender({
    personId: 'me',
    assessmentId: 'a',
    shelf: store,
    send: ({ id }) => {
      sent.push(id);
      const error = answers.shift();
      return error ? Promise.reject(error as Error) : Promise.resolve();
    },
    onArrived: () => (arrived += 1),
    newId: () => `photo-${(n += 1)}`,
    retryMs: 10_000,
  });
  return { sender, shelf, sent, answers, arrived: () => arrived };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('photos of an assessment', () => {
  it('are kept on the device until they have arrived', async () => {
    const { sender, shelf, sent, answers, arrived } = setting();
    answers.push(noSignal);
    await sender.add('item', picture);
    expect([sender.read().map(({ id }) => id), [...shelf.keys()], arrived()]).toEqual([['photo-1'], ['photo-1'], 0]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect([sender.read(), shelf.size, sent, arrived()]).toEqual([[], 0, ['photo-1', 'photo-1'], 1]);
  });

  it('of an earlier visit go when the page is opened again', async () => {
    const { sender, sent, arrived } = setting([
      { id: 'left', personId: 'me', assessmentId: 'a', itemId: null, picture },
    ]);
    await sender.start();
    expect([sent, arrived(), sender.read()]).toEqual([['left'], 1, []]);
  });

  it('that are refused say so, keep the others going, and can be removed', async () => {
    const { sender, shelf, sent, answers } = setting();
    answers.push(new ApiProblem({ status: 422, code: 'invalid', detail: 'No picture' }));
    await sender.add('item', picture);
    await sender.add('item', picture);
    expect(sent).toEqual(['photo-1', 'photo-2']);
    expect(sender.read().map(({ id, refused }) => [id, refused !== null])).toEqual([['photo-1', true]]);
    await sender.remove('photo-1');
    expect([sender.read(), shelf.size]).toEqual([[], 0]);
  });

  it('are sent where the device can keep nothing', async () => {
    const { sender, sent } = setting([], true);
    await sender.add(null, picture);
    expect(sent).toEqual(['photo-1']);
  });
});

it.each([
  [4000, 3000, { width: 2000, height: 1500 }],
  [1000, 4000, { width: 500, height: 2000 }],
  [800, 600, { width: 800, height: 600 }],
  [5000, 1, { width: 2000, height: 1 }],
])('a picture of %i × %i is made to fit', (width, height, fitted) => {
  expect(fitInto(width, height, 2000)).toEqual(fitted);
});
