import { Readable } from 'node:stream';
import { type Findings, inspectUpload } from '@lms/api-catalogue';
import type { Storage } from '@lms/api-platform';
import { demoFiles } from '@lms/demo';
import type { ClientBase } from 'pg';
import { derivedId } from './derived-id.js';

/** A file of the demonstration as it stands in the storage, and what was found in it. */
export interface SeededFile extends Pick<
  Findings,
  'summary' | 'mediaType' | 'seconds' | 'pages' | 'width' | 'height' | 'unpacked'
> {
  name: string;
  sha256: string;
  size: number;
}
export type SeededFiles = ReadonlyMap<string, SeededFile>;

/** Takes every file the way an author's upload goes: into the storage, looked into, packages unpacked. By name. */
export async function storeFiles(storage: Storage, signal: AbortSignal): Promise<SeededFiles> {
  const files = new Map<string, SeededFile>();
  for (const { name, kind, read } of demoFiles) {
    const { sha256, size } = await storage.put(Readable.from([Buffer.from(await read())]));
    const found = await inspectUpload({ storage, kind, name, sha256, onProgress: () => undefined, signal });
    files.set(name, { ...found, name, sha256, size });
  }
  return files;
}

/** The rows of the unpacked packages. Answers each package's id by the name of its file. */
export async function seedPackages(client: ClientBase, files: SeededFiles, at: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, sha256, unpacked } of files.values()) {
    if (!unpacked) continue;
    const id = derivedId('package', name);
    await client.query(
      `insert into content_package (id, standard, edition, title, source_sha256, entry_root, scos, total_size, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        unpacked.standard,
        unpacked.edition,
        unpacked.title,
        sha256,
        unpacked.entryRoot,
        JSON.stringify(unpacked.scos),
        unpacked.totalSize,
        at,
      ],
    );
    await client.query(
      `insert into package_file (package_id, path, sha256, size, media_type)
       select $1::uuid, f.path, f.sha256, f.size, f."mediaType"
       from jsonb_to_recordset($2) as f(path text, sha256 text, size bigint, "mediaType" text)`,
      [id, JSON.stringify(unpacked.files)],
    );
    ids.set(name, id);
  }
  return ids;
}
