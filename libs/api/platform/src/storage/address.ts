import { Readable } from 'node:stream';

/** Whether a text is the address of a stored file: nothing else ever becomes part of a path or a key. */
export const isAddress = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** What is read where there is no address: an error. */
export function notAnAddress(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('This is not the address of a stored file'));
    },
  });
}
