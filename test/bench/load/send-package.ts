import { createReadStream } from 'node:fs';
import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.js';

const PLACE = '/api/v1/uploads/resumable';
const TUS = { 'tus-resumable': '1.0.0' };
const POLL_MS = 25;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Target {
  /** The API's address for programs. */
  direct: string;
  token: string;
}

/** Sends a package as the web app does and waits until it can be played. Answers the seconds that took. */
export async function secondsToPlayable({ direct, token }: Target, file: string, size: number): Promise<number> {
  const started = performance.now();
  const authorization = `Bearer ${token}`;
  const metadata = `kind ${base64('package')},name ${base64('large.zip')}`;
  const headers = { ...TUS, authorization, 'upload-length': String(size), 'upload-metadata': metadata };
  const announced = await fetch(direct + PLACE, { method: 'POST', headers });
  const place = announced.headers.get('location');
  if (announced.status !== 201 || !place) throw new Error(`The announcement was answered with ${announced.status}`);
  await sendAll(direct + place, authorization, file, size);
  const upload = `${direct}/api/v1/uploads/${place.slice(place.lastIndexOf('/') + 1)}`;
  for (;;) {
    const { state, refusal }: { state: string; refusal: string | null } = JSON.parse(await ask(upload, { token }));
    if (state === 'ready') return (performance.now() - started) / 1000;
    if (state === 'refused') throw new Error(`The package was refused: ${refusal ?? ''}`);
    await wait(POLL_MS);
  }
}

async function sendAll(url: string, authorization: string, file: string, size: number): Promise<void> {
  const headers = {
    ...TUS,
    authorization,
    'content-type': 'application/offset+octet-stream',
    'content-length': size,
    'upload-offset': 0,
  };
  const sending = request(url, { method: 'PATCH', headers });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sending.on('response', (answer) => resolve(answer.resume().statusCode));
    sending.on('error', reject);
  });
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), sending);
  if ((await status) !== 204) throw new Error(`The package was answered with ${String(await status)}`);
}
