import { type Ctx, filtersOf, type ListKind, ListKinds, ListTooLarge, type ShownBytes } from '@lms/api-platform';
import { PackFilter } from '@lms/contracts';
import { dateWords, londonDate, londonTime } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindPackSubject, momentOf } from './pack-subject.js';
import { WritePack } from './write-pack.js';

/** So many files a plain ZIP can hold, with room for the others. */
const MOST_ENTRIES = 60_000;
const KINDS = { scheme: 'Scheme', organisation: 'Organisation', person: 'Person' } as const;

/** What was known of a scheme, an organisation or a person at a moment, as far as one sees it, as one signed ZIP. */
@Injectable()
export class AuditPack implements ListKind, OnModuleInit {
  readonly name = 'audit-pack';
  readonly title = 'Audit pack';
  readonly permission = 'packs.make';

  constructor(
    private readonly kinds: ListKinds,
    private readonly subjects: FindPackSubject,
    private readonly pack: WritePack,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check(filters: Readonly<Record<string, string>>, now: Date): void {
    momentOf(filtersOf(PackFilter, filters), now);
  }

  async show(ctx: Ctx, filters: Readonly<Record<string, string>>): Promise<ShownBytes> {
    const subject = await this.subjects.run(ctx, filtersOf(PackFilter, filters));
    const { about, people, at, whole } = subject;
    if (people.reduce((all, { entries }) => all + entries.length, 0) > MOST_ENTRIES)
      throw new ListTooLarge('These are more people than one pack can hold. Make one for each part of it.');
    return {
      title: `Audit pack ${about.name}`,
      narrowed: [
        `${KINDS[about.kind]}: ${about.name}${about.kind === 'organisation' ? ', and the tiers below it' : ''}`,
        `As known on ${dateWords(londonDate(at))} at ${londonTime(at)}`,
        ...(whole ? [] : ['As far as an employer may see it']),
      ],
      total: people.length,
      bytes: (told) => this.pack.run(ctx, subject, told),
    };
  }
}
