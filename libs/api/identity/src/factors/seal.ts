import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV = 12;
const TAG = 16;

/**
 * AES-256-GCM under a key of the installation: version, initialisation vector, tag, text. `whose` is sealed in, so that a
 * row copied to another person opens nothing.
 */
export function seal(text: string, whose: string, key: KeyObject): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(whose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), sealed]);
}

/** Throws for what was sealed with another key or for somebody else, or was changed. */
export function unseal(sealed: Buffer, whose: string, key: KeyObject): string {
  if (sealed[0] !== VERSION) throw new Error('Sealed in a way that is not known');
  const iv = sealed.subarray(1, 1 + IV);
  const tag = sealed.subarray(1 + IV, 1 + IV + TAG);
  const cipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(whose)).setAuthTag(tag);
  return Buffer.concat([cipher.update(sealed.subarray(1 + IV + TAG)), cipher.final()]).toString('utf8');
}
