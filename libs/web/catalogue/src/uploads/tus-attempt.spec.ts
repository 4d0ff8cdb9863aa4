import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { fakeXhr, FakeXhr, realXhrAgain } from '../testing/fake-xhr.js';
import { attemptUpload, forgetUpload } from './tus-attempt.js';

const place = '/api/v1/uploads/resumable/u1';
const file = new File(['0123456789'], 'cones & signs.zip');

beforeEach(() => {
  fakeXhr();
  localStorage.clear();
});
afterEach(realXhrAgain);

function start(signal?: AbortSignal) {
  const percents: number[] = [];
  const onProgress = (percent: number): void => void percents.push(percent);
  const answer = attemptUpload({ file, name: file.name, kind: 'package', fingerprint: 'f', onProgress, signal });
  answer.catch(() => undefined);
  return { answer, percents };
}
/** The n-th request, once it is made. */
async function request(n: number, line: string): Promise<FakeXhr> {
  await waitFor(() => expect(FakeXhr.sent).toHaveLength(n));
  const sent = FakeXhr.sent[n - 1]!;
  expect(`${sent.method} ${new URL(sent.url, 'http://here').pathname}`).toBe(line);
  return sent;
}
const begun = async (n = 1) =>
  (await request(n, 'POST /api/v1/uploads/resumable')).answer(201, {}, { location: place });
const asText = (problem: object) => ({ type: 'about:blank', title: '', ...problem });

describe('an attempt to send a file', () => {
  it('announces it, sends it, and knows its id', async () => {
    const { answer, percents } = start();
    const announced = await request(1, 'POST /api/v1/uploads/resumable');
    expect(announced.headers).toMatchObject({ 'Tus-Resumable': '1.0.0', 'Upload-Length': '10' });
    const metadata = announced.headers['Upload-Metadata']?.split(',').map((pair) => atob(pair.split(' ')[1] ?? ''));
    expect(metadata).toEqual(['package', 'cones & signs.zip']);
    announced.answer(201, {}, { location: place });
    const piece = await request(2, `PATCH ${place}`);
    expect(piece.headers).toMatchObject({ 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' });
    piece.progress(4, 10);
    piece.answer(204, {}, { 'upload-offset': '10' });
    expect(await answer).toBe('u1');
    expect(percents).toContain(40);
    expect(percents.at(-1)).toBe(100);
    expect(localStorage).toHaveLength(0);
  });

  it('goes on where the last one stopped, also after the page was loaded again', async () => {
    const first = start();
    await begun();
    (await request(2, `PATCH ${place}`)).onerror?.();
    await expect(first.answer).rejects.toMatchObject({ status: 0, code: 'no-signal' });
    const second = start();
    (await request(3, `HEAD ${place}`)).answer(200, {}, { 'upload-offset': '6', 'upload-length': '10' });
    const piece = await request(4, `PATCH ${place}`);
    expect([piece.headers['Upload-Offset'], piece.body?.size]).toEqual(['6', 4]);
    piece.answer(204, {}, { 'upload-offset': '10' });
    expect(await second.answer).toBe('u1');
  });

  it('begins anew when the API has forgotten what was sent', async () => {
    const first = start();
    await begun();
    (await request(2, `PATCH ${place}`)).onerror?.();
    await expect(first.answer).rejects.toBeDefined();
    const second = start();
    (await request(3, `HEAD ${place}`)).answer(404, {});
    await begun(4);
    (await request(5, `PATCH ${place}`)).answer(204, {}, { 'upload-offset': '10' });
    expect(await second.answer).toBe('u1');
  });

  it.each([401, 500, 502])('keeps its place when the API answers %i', async (status) => {
    const first = start();
    await begun();
    (await request(2, `PATCH ${place}`)).answer(status, {});
    await expect(first.answer).rejects.toMatchObject({ status });
    const second = start();
    (await request(3, `HEAD ${place}`)).answer(status, {});
    await expect(second.answer).rejects.toMatchObject({ status });
    void start();
    await request(4, `HEAD ${place}`);
  });

  it('keeps the sentence of a refusal', async () => {
    const { answer } = start();
    const detail = 'The file is larger than 2 GB, the most that is accepted.';
    (await request(1, 'POST /api/v1/uploads/resumable')).answer(
      413,
      asText({ status: 413, code: 'too-large', detail }),
    );
    await expect(answer).rejects.toMatchObject({ status: 413, code: 'too-large', message: detail });
  });

  it('stops when it is told to, and can have what was sent forgotten', async () => {
    const stop = new AbortController();
    const { answer } = start(stop.signal);
    await begun();
    const piece = await request(2, `PATCH ${place}`);
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(piece.aborted).toBe(true);
    const forgetting = forgetUpload('f');
    (await request(3, `DELETE ${place}`)).answer(204, {});
    await forgetting;
    expect(localStorage).toHaveLength(0);
  });
});
