// Draws the film frame by frame and hands the frames to ffmpeg. Run by hand when the scene changes; the product and its
// tests use the finished file. Usage: node record.mjs <chromium> <output folder>
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [executablePath, output] = process.argv.slice(2);
const seconds = 34;
const rate = 20;
const beeps = '0.12*sin(2*PI*880*t)*gt(t,10.2)*lt(t,15.2)*lt(mod(t,0.5),0.25)';

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 960, height: 540 } });
await page.goto(new URL('scene.html', import.meta.url).href);
const ffmpeg = spawn('ffmpeg', [
  ...['-y', '-loglevel', 'error', '-f', 'image2pipe', '-framerate', String(rate), '-c:v', 'mjpeg', '-i', '-'],
  ...['-f', 'lavfi', '-i', `aevalsrc='${beeps}':d=${seconds}:s=44100`],
  ...['-c:v', 'libx264', '-profile:v', 'baseline', '-level', '3.1', '-pix_fmt', 'yuv420p', '-preset', 'slow', '-crf', '25'],
  ...['-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-movflags', '+faststart', '-map_metadata', '-1', '-t', String(seconds)],
  `${output}/incursions.mp4`,
], { stdio: ['pipe', 'inherit', 'inherit'] });
for (let frame = 0; frame < seconds * rate; frame += 1) {
  await page.evaluate((t) => window.render(t), frame / rate);
  const picture = await page.screenshot({ type: 'jpeg', quality: 93 });
  if (!ffmpeg.stdin.write(picture)) await new Promise((resolve) => ffmpeg.stdin.once('drain', resolve));
}
ffmpeg.stdin.end();
await page.evaluate(() => window.render(17.3));
await writeFile(`${output}/incursions-poster.jpg`, await page.screenshot({ type: 'jpeg', quality: 82 }));
await browser.close();
await new Promise((resolve) => ffmpeg.once('close', resolve));
