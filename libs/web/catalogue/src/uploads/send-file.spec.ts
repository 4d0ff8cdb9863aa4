import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problem, somebody, stubApi } from '@lms/web-platform/testing';
import { fakeXhr, FakeXhr, realXhrAgain } from '../testing/fake-xhr.js';
import { sendFile } from './send-file.js';

const realFetch = globalThis.fetch;
beforeEach(fakeXhr);
afterEach(() => {
  realXhrAgain();
  globalThis.fetch = realFetch;
});

const file = new File(['PK'], 'cones & signs.zip');
const start = (percents: number[] = [], signal?: AbortSignal) =>
  sendFile({ file, name: file.name, kind: 'package', onProgress: (percent) => percents.push(percent), signal });
const last = () => FakeXhr.sent.at(-1) as FakeXhr;
const signedOut = { type: 'about:blank', title: '', status: 401, code: 'signed-out', detail: 'Sign in.' };

describe('sending a file', () => {
  it('sends the file itself and tells how far it is', async () => {
    const percents: number[] = [];
    const sent = start(percents);
    expect(last().method).toBe('POST');
    expect(last().url).toBe('/api/v1/uploads?kind=package&name=cones+%26+signs.zip');
    expect(last().headers['content-type']).toBe('application/octet-stream');
    expect(last().body).toBe(file);
    last().progress(1, 3);
    last().progress(3, 3);
    last().answer(201, { id: 'u1' });
    expect(await sent).toEqual({ id: 'u1' });
    expect(percents).toEqual([33, 100]);
  });

  it('renews a session that has run out and sends once more', async () => {
    const { calls } = stubApi({ 'GET /me': somebody });
    const sent = start();
    last().answer(401, signedOut);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls).toEqual(['GET /me']);
    expect(FakeXhr.sent).toHaveLength(2);
    last().answer(201, { id: 'u2' });
    expect(await sent).toEqual({ id: 'u2' });
  });

  it('does not send again when the session is over', async () => {
    stubApi({
      'GET /me': () => problem(401, 'signed-out'),
      'POST /auth/refresh': () => problem(401, 'signed-out'),
    });
    const sent = start();
    last().answer(401, signedOut);
    await expect(sent).rejects.toMatchObject({ code: 'signed-out' });
    expect(FakeXhr.sent).toHaveLength(1);
  });

  it('keeps the sentence of a refusal, and tells no signal from an answer that is not ours', async () => {
    const refused = start();
    last().answer(413, { ...signedOut, status: 413, code: 'too-large', detail: 'The file is larger than 2 GB.' });
    await expect(refused).rejects.toMatchObject({ code: 'too-large', message: 'The file is larger than 2 GB.' });
    const lost = start();
    last().onerror?.();
    await expect(lost).rejects.toMatchObject({ status: 0, code: 'no-signal' });
    const strange = start();
    last().answer(502, []);
    await expect(strange).rejects.toMatchObject({ status: 502, code: 'unexpected' });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const sent = start([], stop.signal);
    stop.abort();
    expect(last().aborted).toBe(true);
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });
});
