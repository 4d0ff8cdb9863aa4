import { createHash } from 'node:crypto';
import { buffer as toBuffer } from 'node:stream/consumers';
import { Refusal } from '../refusal.js';
import { fileEntry, Manifest, MANIFEST, SECRET, tableEntry } from './manifest.js';
import { readArchive } from './read-archive.js';

/** Reads a whole backup and answers what it holds. Throws Refusal unless every byte of it is as it was written. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const damaged = (what: string) => new Refusal(`${file} is damaged: ${what}. Nothing was put back.`);
  const seen = new Map<string, { size: number; sha256: string }>();
  let manifest: Manifest | undefined;
  for await (const { name, size, bytes } of readArchive(file)) {
    if (manifest) throw damaged('something follows its list of contents');
    if (name === MANIFEST) {
      manifest = parsed((await toBuffer(bytes)).toString('utf8'));
      if (!manifest) throw new Refusal(`${file} was not written by this version of Waymark or an older one.`);
      continue;
    }
    const hash = createHash('sha256');
    for await (const piece of bytes) hash.update(piece);
    seen.set(name, { size, sha256: hash.digest('hex') });
  }
  if (!manifest) throw damaged('its list of contents is missing');
  for (const { name, size, sha256 } of manifest.entries) {
    const found = seen.get(name);
    if (found?.size !== size || found.sha256 !== sha256) throw damaged(`${name} is not as it was written`);
    if (name.startsWith('files/') && name !== fileEntry(sha256)) throw damaged(`${name} has another file's name`);
  }
  const listed = new Set(manifest.entries.map(({ name }) => name));
  const wanted = manifest.tables.map(({ name }) => tableEntry(name));
  const files = [...listed].filter((name) => name.startsWith('files/')).length;
  const lacks = wanted.find((name) => !listed.has(name));
  if (lacks !== undefined || files !== manifest.files) throw damaged(`${lacks ?? 'a stored file'} is missing`);
  const known = new Set([...wanted, SECRET]);
  const more = [...seen.keys()].find((name) => !listed.has(name) || !(known.has(name) || name.startsWith('files/')));
  if (more !== undefined) throw damaged(`${more} is not in its list of contents`);
  return manifest;
}

function parsed(json: string): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
