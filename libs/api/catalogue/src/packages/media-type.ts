import mime from 'mime-types';

/** By the name's ending alone. Bytes are never looked at: a text file must not become a page because it looks like one. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (name.includes('.') && mime.lookup(name)) || 'application/octet-stream';
}
