import { Clock, Configuration, Storage, type Tx } from '@lms/api-platform';
import { RecordsFacade } from '@lms/api-records';
import { StandingFacade } from '@lms/api-standing';
import type { DataArea } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { readRows } from './read-rows.js';
import { indexPage } from './data-words.js';
import type { ZipEntry } from './zip-of.js';

interface Part {
  relation: string;
  area: DataArea;
  title: string;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What a person's file is made of. */
@Injectable()
export class DataEntries {
  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly storage: Storage,
    private readonly records: RecordsFacade,
    private readonly standing: StandingFacade,
  ) {}

  /** `told` hears how far it is, 0 to 100. Reads within one transaction. */
  async *of(tx: Tx, personId: string, told: (percent: number) => Promise<void>): AsyncGenerator<ZipEntry> {
    const at = this.clock.now();
    const [person]: { name: string; entries: string[] }[] = await tx.query(
      `select concat_ws(' ', given_name, family_name) as name, persons_as(id)::text[] as entries from person where id = $1`,
      [personId],
    );
    if (!person) throw new Error(`No person ${personId}`);
    const parts: Part[] = await tx.query('select relation, area, title from person_data_parts() order by part');
    const areas = [...new Set(parts.map(({ area }) => area))];
    const files: { file: string; sha256: string }[] = await tx.query('select file, sha256 from person_files($1)', [
      person.entries,
    ]);
    const records = person.entries.map((_, i) => (i === 0 ? 'record.json' : `record-${i + 1}.json`));
    const steps = areas.length + files.length + records.length;
    let done = 0;
    const step = (): Promise<void> => told(Math.floor((++done / steps) * 99));

    const page = indexPage({
      ...{ name: person.name, at, areas, records },
      issuer: this.configuration.origin,
      files: files.length,
    });
    yield { name: 'index.html', bytes: [utf8(page)] };
    yield { name: 'record.csv', bytes: [utf8(await this.standing.recordCsv(personId))] };
    for (const [i, entry] of person.entries.entries()) {
      const record = await this.records.recordFile(entry);
      yield { name: records[i] ?? '', bytes: [utf8(JSON.stringify(record))] };
      await step();
    }
    for (const area of areas) {
      const own = parts.filter((part) => part.area === area);
      yield { name: `data/${area}.json`, bytes: jsonOf(tx, own, person.entries) };
      await step();
    }
    for (const { file, sha256 } of files) {
      // A file that is lost must not keep somebody from all the rest.
      if ((await this.storage.size(sha256)) !== undefined) {
        yield { name: file, bytes: this.storage.open(sha256) as AsyncIterable<Uint8Array>, packed: true };
      }
      await step();
    }
  }
}

/** `{"title": [row, …], …}`, a few hundred rows at a time. */
async function* jsonOf(tx: Tx, parts: readonly Part[], entries: readonly string[]): AsyncGenerator<Uint8Array> {
  let before = '{\n';
  for (const { relation, title } of parts) {
    yield utf8(`${before}${JSON.stringify(title)}: [`);
    before = '],\n';
    let comma = '\n';
    for await (const rows of readRows(tx, relation, entries)) {
      yield utf8(comma + rows.map((row) => JSON.stringify(row, null, 1)).join(',\n'));
      comma = ',\n';
    }
  }
  yield utf8(']\n}\n');
}
