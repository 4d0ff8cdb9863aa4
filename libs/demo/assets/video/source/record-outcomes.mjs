// Draws the film frame by frame and has the browser encode it. Run by hand when the scene changes; the product and its
// tests use the finished file. Usage: node record-outcomes.mjs <chromium> <output folder>
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { mp4Of } from './mp4.mjs';

const [executablePath, output] = process.argv.slice(2);
const [width, height, rate, seconds] = [960, 540, 15, 41];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless', '--disable-gpu'] });
const scene = await browser.newPage({ viewport: { width, height } });
await scene.goto(new URL('outcomes.html', import.meta.url).href);
const bench = await browser.newPage();
await bench.goto(new URL('outcomes.html', import.meta.url).href);
await bench.evaluate(
  ({ width, height, rate }) => {
    window.chunks = [];
    const text = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
    window.encoder = new VideoEncoder({
      output: (chunk, { decoderConfig } = {}) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        if (decoderConfig?.description) window.avcc = text(decoderConfig.description);
        window.chunks.push({ data: text(bytes), key: chunk.type === 'key' });
      },
      error: (error) => (window.failure = String(error)),
    });
    window.encoder.configure({
      codec: 'avc1.42001f',
      width,
      height,
      framerate: rate,
      bitrate: 260_000,
      avc: { format: 'avc' },
    });
    window.take = async (picture, index) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const frame = new VideoFrame(bitmap, { timestamp: Math.round((index * 1e6) / rate) });
      window.encoder.encode(frame, { keyFrame: index % (rate * 4) === 0 });
      frame.close();
      bitmap.close();
      if (window.failure) throw new Error(window.failure);
    };
  },
  { width, height, rate },
);
for (let index = 0; index < seconds * rate; index += 1) {
  await scene.evaluate((t) => window.render(t), index / rate);
  const picture = await scene.screenshot({ type: 'png' });
  await bench.evaluate(([data, at]) => window.take(data, at), [picture.toString('base64'), index]);
}
const { chunks, avcc } = await bench.evaluate(async () => {
  await window.encoder.flush();
  return { chunks: window.chunks, avcc: window.avcc };
});
const frames = chunks.map(({ data, key }) => ({ data: Buffer.from(data, 'base64'), key }));
await writeFile(`${output}/outcomes.mp4`, mp4Of({ width, height, rate, avcc: Buffer.from(avcc, 'base64'), frames }));
await scene.evaluate(() => window.render(30));
await writeFile(`${output}/outcomes-poster.jpg`, await scene.screenshot({ type: 'jpeg', quality: 82 }));
await browser.close();
