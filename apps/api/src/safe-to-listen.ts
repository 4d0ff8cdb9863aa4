import { type Configuration, WrongSetting } from '@lms/api-platform';
import { Client } from 'pg';

const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

/** Other machines are let in only when nobody can sign in with the password that everybody knows. */
export async function refuseOpenDemo(configuration: Configuration): Promise<void> {
  if (LOOPBACK.test(configuration.host)) return;
  const client = new Client({ connectionString: configuration.appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from password where demo');
    const n = rows[0]?.n ?? 0;
    if (n > 0) {
      throw new WrongSetting(
        `HOST is "${configuration.host}", but ${n} accounts still have the demonstration password. Use 127.0.0.1, or a database without demonstration data.`,
      );
    }
  } finally {
    await client.end();
  }
}
