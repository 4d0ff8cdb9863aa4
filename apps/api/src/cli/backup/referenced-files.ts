import type { ClientBase } from 'pg';

/** The address of every stored file that a row names, each once; what was refused is kept by nobody. */
export async function referencedFiles(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    'select distinct used_files as sha256 from used_files(null) order by 1',
  );
  return rows.map(({ sha256 }) => sha256);
}
