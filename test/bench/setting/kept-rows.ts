import { CONNECTIONS } from '../load/load.js';
import { databaseUrl, rowsOf } from './database.js';

const TABLE = `
  create table kept (id int primary key, seq int not null, body text not null);
  grant select, update on kept to waymark_app;`;
const ROWS = `insert into kept select n, 0, '' from generate_series(0, ${CONNECTIONS - 1}) n`;

/**
 * A database of the floor's own in the same server, so that both write to the same disk with the same settings: one row
 * for each connection. Answers its address.
 */
export async function keptRows(dataDir: string): Promise<string> {
  const database = 'bench_floor';
  await rowsOf(await databaseUrl(dataDir, 'postgres', 'postgres'), `drop database if exists ${database}`);
  await rowsOf(await databaseUrl(dataDir, 'postgres', 'postgres'), `create database ${database}`);
  await rowsOf(await databaseUrl(dataDir, 'postgres', database), TABLE);
  await rowsOf(await databaseUrl(dataDir, 'postgres', database), ROWS);
  return databaseUrl(dataDir, 'waymark_app', database);
}
