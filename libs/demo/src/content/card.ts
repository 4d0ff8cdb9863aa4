import { readFile } from 'node:fs/promises';
import { assets } from './assets.js';

/** What the demonstration's people photographed when they sent a card. */
export const cardPicture = {
  name: 'card.jpg',
  mediaType: 'image/jpeg',
  read: async (): Promise<Uint8Array> => new Uint8Array(await readFile(new URL('cards/card.jpg', assets))),
} as const;
