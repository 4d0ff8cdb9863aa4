// Photographs card.html into ../card.jpg: node photograph.mjs
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 960, height: 640 } });
await page.goto(new URL('card.html', import.meta.url).href);
await page.screenshot({ path: fileURLToPath(new URL('../card.jpg', import.meta.url)), type: 'jpeg', quality: 70 });
await browser.close();
