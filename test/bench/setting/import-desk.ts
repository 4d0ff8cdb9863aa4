import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Clock, LocalStorage, Sql, Transactions } from '@lms/api-platform';
import type { DataSource } from 'typeorm';
import { ApplyRows } from '../../../libs/api/imports/src/apply/apply-rows.js';
import { CheckRows } from '../../../libs/api/imports/src/check/check-rows.js';
import { ReadFile } from '../../../libs/api/imports/src/files/read-file.js';
import { ImportsFacade } from '../../../libs/api/imports/src/imports.facade.js';
import { ImportKinds } from '../../../libs/api/imports/src/kinds/import-kinds.js';
import { RunImport } from '../../../libs/api/imports/src/run/run-import.js';
import { PeopleKind } from '../../../libs/api/people/src/imports/people/people-kind.js';
import { rowsOf } from './database.js';

class RealClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Forty organisations, and somebody of the People Team, whose id is answered; they and who is there already stay. */
export async function makeDesk(ownerUrl: string): Promise<string> {
  const at = '2026-01-05T09:00:00Z';
  const by = randomUUID();
  // What follows from the events is another matter, and would take its share of the machine: nobody waits for them here.
  await rowsOf(
    ownerUrl,
    `create function handled_already() returns trigger language plpgsql as 'begin new.handled_at := new.at; return new; end'`,
  );
  await rowsOf(
    ownerUrl,
    'create trigger handled_already before insert on outbox_event for each row execute function handled_already()',
  );
  await rowsOf(
    ownerUrl,
    `insert into organisation (id, kind, name, short_name, created_at)
     select gen_random_uuid(), 'supplier', 'Crew ' || n, 'Crew ' || n, $1 from generate_series(1, 40) n`,
    [at],
  );
  await rowsOf(
    ownerUrl,
    `insert into person (id, given_name, family_name, created_at) values ($1, 'Helen', 'Marsh', $2)`,
    [by, at],
  );
  await rowsOf(
    ownerUrl,
    `insert into role_grant (id, person_id, role, starts_on, created_at) values (gen_random_uuid(), $1, 'people-team', '2026-01-05', $2)`,
    [by, at],
  );
  await rowsOf(ownerUrl, 'create table bench_kept as select id from person');
  await rowsOf(ownerUrl, 'analyze bench_kept');
  return by;
}

/** Everybody who was brought in goes again, as if they had never been there. */
export async function clearPeople(superuserUrl: string): Promise<void> {
  await rowsOf(
    superuserUrl,
    `do $$ begin
       set session_replication_role = replica;
       truncate outbox_event, audit_event, row_history, import_row, import;
       delete from engagement where person_id not in (select id from bench_kept);
       delete from sign_in_name where person_id not in (select id from bench_kept);
       delete from standing_day where person_id not in (select id from bench_kept);
       delete from person where id not in (select id from bench_kept);
     end $$`,
  );
  await rowsOf(superuserUrl, 'vacuum analyze person, engagement, sign_in_name');
}

/** A file's whole way by the worker's own code, as somebody's. Throws unless every row was written. */
export async function bringIn(app: DataSource, folder: string, by: string, file: string): Promise<void> {
  const [sql, transactions, kinds, storage] = [
    new Sql(app),
    new Transactions(app),
    new ImportKinds(),
    new LocalStorage(folder),
  ];
  new PeopleKind(new ImportsFacade(kinds)).onModuleInit();
  const read = new ReadFile(storage, sql, kinds);
  const run = new RunImport(sql, transactions, new RealClock(), read, new CheckRows(kinds), new ApplyRows(kinds));
  const { sha256, size } = await storage.put(Readable.from([Buffer.from(file)]));
  const id = randomUUID();
  await app.query(
    `insert into import (id, kind, file_name, size, sha256, state, created_by, created_at, moved_at)
     values ($1, 'people', 'crew.csv', $2, $3, 'reading', $4, now(), now())`,
    [id, size, sha256, by],
  );
  await run.run(id);
  await app.query(`update import set state = 'checking', todo = total where id = $1`, [id]);
  await run.run(id);
  await app.query(`update import set state = 'applying', todo = total, after_wave = -1, after_n = 0 where id = $1`, [
    id,
  ]);
  await run.run(id);
  const [done]: { whole: boolean }[] = await app.query(
    `select i.state = 'applied' and (i.total = (import_counts(i.id) ->> 'applied')::int) as whole from import i where i.id = $1`,
    [id],
  );
  if (!done?.whole) throw new Error('Some rows were not written');
}
