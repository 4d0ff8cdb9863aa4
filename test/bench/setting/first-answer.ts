import { get } from 'node:http';
import { performance } from 'node:perf_hooks';

const PAUSE_MS = 5;
const PATIENCE_MS = 60_000;

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
    });
    request.once('error', () => resolve(false));
  });

/** Seconds from now until the address answers 200. */
export async function secondsToFirstAnswer(url: string): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < PATIENCE_MS) {
    if (await answers(url)) return (performance.now() - started) / 1000;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  throw new Error(`${url} did not answer within ${PATIENCE_MS / 1000} seconds`);
}
