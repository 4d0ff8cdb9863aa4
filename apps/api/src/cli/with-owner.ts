import { Client } from 'pg';

/** Works on one connection of the database's owner and closes it. */
export async function withOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'lms' });
  // A connection that breaks fails the query that is under way; without a listener it would end the process instead.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Dates in a backup must read the same in every database, whatever that one is set to.
    await client.query(`set datestyle to 'ISO, DMY'`);
    return await work(client);
  } finally {
    await client.end();
  }
}
