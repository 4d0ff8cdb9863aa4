import type { ClientBase } from 'pg';

/** The address of every stored file that a row names, each once; what was refused is kept by nobody. */
export async function referencedFiles(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(`
    select source_sha256 as sha256 from content_package
    union select sha256 from package_file
    union select sha256 from activity_captions
    union select file_sha256 from activity where file_sha256 is not null
    union select sha256 from upload where state <> 'refused'
    order by 1`);
  return rows.map(({ sha256 }) => sha256);
}
