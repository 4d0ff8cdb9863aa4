import pg from 'pg';

const withClient = async (url, work) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The two roles of the product: the owner of the schema, and the one the API works as, which owns nothing. */
export const ensureRoles = (url, passwords) =>
  withClient(url, async (client) => {
    for (const role of ['waymark_owner', 'waymark_app']) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      const verb = rowCount ? 'alter' : 'create';
      await client.query(
        `${verb} role ${role} login nosuperuser nocreatedb nocreaterole noinherit password ${client.escapeLiteral(passwords[role])}`,
      );
    }
  });

/** The product's database, owned by the owner; only the two roles may connect to it. */
export const ensureDatabase = (url) =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'waymark'");
    if (!rowCount) await client.query('create database waymark owner waymark_owner');
    await client.query('revoke all on database waymark from public');
    await client.query('grant connect on database waymark to waymark_app');
  });
