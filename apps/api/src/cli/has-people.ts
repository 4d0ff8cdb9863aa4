import type { ClientBase } from 'pg';

export async function hasPeople(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select exists (select from person) as there');
  return rows[0]?.there === true;
}
