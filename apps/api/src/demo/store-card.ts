import { Readable } from 'node:stream';
import type { Storage, StoredBytes } from '@lms/api-platform';
import { cardPicture } from '@lms/demo';

export interface StoredCard extends StoredBytes {
  name: string;
  mediaType: string;
}

/** The picture that stands for every card in the demonstration. */
export async function storeCard(storage: Storage): Promise<StoredCard> {
  const { name, mediaType, read } = cardPicture;
  return { ...(await storage.put(Readable.from([Buffer.from(await read())]))), name, mediaType };
}
