import { Brands, Configuration, csvLines, type CsvRow, type Ctx, PackSources, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { inBatches } from './in-batches.js';
import type { PackPerson, PackSubject } from './pack-subject.js';
import { ASKED_BY_EMPLOYER } from './pack-sight.sql.js';
import { PEOPLE_TABLES, type PackTable, RULES } from './pack-tables.sql.js';
import { summaryPdf } from './summary-pdf.js';
import { ZipFile } from './zip-file.js';

const STANDINGS_AT_ONCE = 250;
const ROWS_AT_ONCE = 500;
const RECORDS_AT_ONCE = 100;
/** How often all people are gone through: for the standings, each table of people, and the records. */
const ROUNDS = PEOPLE_TABLES.whole.length + 2;

type Told = (done: number) => Promise<void>;

/** Writes an audit pack, file by file: memory does not grow with people. */
@Injectable()
export class WritePack {
  constructor(
    private readonly sql: Sql,
    private readonly sources: PackSources,
    private readonly configuration: Configuration,
    private readonly brands: Brands,
  ) {}

  /** The bytes of the ZIP; `told` hears how many people are done, of all. */
  async *run(ctx: Ctx, subject: PackSubject, told: Told): AsyncGenerator<Uint8Array> {
    const { people, about, at, whole } = subject;
    const zip = new ZipFile(ctx.now);
    const counts = new Map<string, number>();
    const round = (n: number) => (done: number) => told(Math.floor((n * people.length + done) / ROUNDS));
    yield* zip.add('people.csv', csvLines(['Person', 'Person id', 'Organisation', 'Role'], peopleRows(people)));
    yield* zip.add('standing.csv', csvLines(STANDING, this.standings(ctx, subject, counts, round(0))));
    for (const [n, table] of PEOPLE_TABLES[whole ? 'whole' : 'employer'].entries())
      yield* zip.add(table.file, csvLines(table.heading, this.table(ctx, table, subject, round(n + 1))));
    if (whole) yield* this.wholeOnly(ctx, zip, subject, round(ROUNDS - 1));
    const facts = {
      about,
      at,
      whole,
      people: people.length,
      counts,
      madeAt: ctx.now,
      issuer: this.configuration.origin,
    };
    const [madeBy, brand] = [await this.maker(ctx), await this.brands.current()];
    const summary = await summaryPdf({ ...facts, madeBy, brand });
    yield* zip.add('summary.pdf', oneOf(summary));
    const manifest = this.sources.all().seals.seal({
      ...{ at: ctx.now.toISOString(), knownAt: new Date(at).toISOString(), about, people: people.length },
      ...(whole ? {} : { seenBy: 'employer' as const }),
      files: [...zip.files],
    });
    yield* zip.add('manifest.json', oneOf(JSON.stringify(manifest, null, 1)));
    yield* zip.end();
  }

  /** Rules that are for everybody, chains that are whole or nothing, and where all of them ended. */
  private async *wholeOnly(ctx: Ctx, zip: ZipFile, subject: PackSubject, told: Told) {
    yield* zip.add(RULES.file, csvLines(RULES.heading, this.rules(subject)));
    yield* this.records(ctx, zip, subject.people, told);
    const anchor = await this.sources.all().seals.newestAnchor();
    if (anchor) yield* zip.add('anchor.jsonl', anchor);
  }

  private async *standings(
    ctx: Ctx,
    { people, at, on, whole }: PackSubject,
    counts: Map<string, number>,
    told: Told,
  ): AsyncGenerator<CsvRow> {
    const { stands } = this.sources.all();
    for (const { batch, done } of inBatches(people, STANDINGS_AT_ONCE)) {
      const who = new Map(batch.map((person) => [person.id, person]));
      const asked = whole ? null : await this.asked(ctx, [...who.keys()]);
      for (const line of await stands.standingsThen(ctx, [...who.keys()], on, at)) {
        if (asked && !asked.has(`${line.personId} ${line.courseId}`)) continue;
        const { personId, code, title, standing, completedOn, validUntil, dueOn } = line;
        counts.set(standing, (counts.get(standing) ?? 0) + 1);
        const person = who.get(personId);
        yield [person?.name ?? '', personId, person?.organisation ?? '', person?.role ?? '']
          .concat(code, title, standing)
          .concat([completedOn, validUntil, whole ? dueOn : null].map((day) => day ?? ''));
      }
      await told(done);
    }
  }

  /** What an employer's own reasons ask: also of whoever asks, who sees all of their own. */
  private async asked({ actor, today }: Ctx, people: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.sql.rows<{ personId: string; courseId: string }>('pack-asked', ASKED_BY_EMPLOYER, [
      ...[people, actor.personId, today],
    ]);
    return new Set(rows.map(({ personId, courseId }) => `${personId} ${courseId}`));
  }

  private async *table(
    { actor, today }: Ctx,
    table: PackTable,
    { people, at, on }: PackSubject,
    told: Told,
  ): AsyncGenerator<CsvRow> {
    for (const { batch, done } of inBatches(people, ROWS_AT_ONCE)) {
      const given = { people: batch.map(({ id }) => id), moment: new Date(at), reader: actor.personId, today, day: on };
      const values = table.values.map((value) => given[value]);
      const rows = await this.sql.rows<{ cells: CsvRow }>(table.name, table.sql, values);
      yield* rows.map(({ cells }) => cells);
      await told(done);
    }
  }

  private async *rules({ at, on }: PackSubject): AsyncGenerator<CsvRow> {
    const rows = await this.sql.rows<{ cells: CsvRow }>(RULES.name, RULES.sql, [new Date(at), on]);
    yield* rows.map(({ cells }) => cells);
  }

  /** Each chain as a file of its own, which can be handed on and verified alone. */
  private async *records(ctx: Ctx, zip: ZipFile, people: readonly PackPerson[], told: Told) {
    const { seals } = this.sources.all();
    for (const { batch, done } of inBatches(people, RECORDS_AT_ONCE)) {
      const entries = batch.flatMap((person) => person.entries);
      for (const file of await seals.recordFiles(ctx, entries))
        yield* zip.add(`records/${file.record.person.id}.json`, oneOf(JSON.stringify(file)));
      await told(done);
    }
  }

  private async maker({ actor }: Ctx): Promise<string> {
    const row = await this.sql.row<{ name: string }>(
      'pack-maker',
      `select concat_ws(' ', given_name, family_name) as name from person where id = $1`,
      [actor.personId],
    );
    return row?.name ?? '';
  }
}

const STANDING = [
  ...['Person', 'Person id', 'Organisation', 'Role', 'Course code', 'Course', 'Standing'],
  ...['Completed on', 'Valid until', 'Due on'],
];

async function* peopleRows(people: readonly PackPerson[]): AsyncGenerator<CsvRow> {
  for await (const { name, id, organisation, role } of people) yield [name, id, organisation, role];
}

async function* oneOf(bytes: Uint8Array | string): AsyncGenerator<Uint8Array | string> {
  yield await Promise.resolve(bytes);
}
