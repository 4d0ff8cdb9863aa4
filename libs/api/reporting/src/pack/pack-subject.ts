import { type Ctx, Invalid, NotFound, Sql } from '@lms/api-platform';
import type { PackFilter, PackManifest } from '@lms/contracts';
import { londonDate, londonMoment } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { PEOPLE_THEN, SUBJECT } from './people-then.sql.js';

export interface PackPerson {
  id: string;
  name: string;
  /** Their own entry and those that were merged into it. */
  entries: string[];
  /** Of the engagements that count, as they were then. */
  organisation: string;
  role: string;
}

/** What a pack tells of. */
export interface PackSubject {
  about: PackManifest['manifest']['about'];
  people: PackPerson[];
  /** The moment in milliseconds since 1970, and its day in London. */
  at: number;
  on: string;
}

/** Finds what a pack is about, and who belonged to it at the moment. */
@Injectable()
export class FindPackSubject {
  constructor(private readonly sql: Sql) {}

  /** NotFound where there is no such scheme, organisation or person; Invalid for a moment that has not come yet. */
  async run({ now }: Ctx, filter: PackFilter): Promise<PackSubject> {
    const { at, on } = momentOf(filter, now);
    const ids = [filter.schemeId ?? null, filter.organisationId ?? null, filter.personId ?? null];
    const about = await this.sql.row<PackSubject['about']>('pack-subject', SUBJECT, ids);
    if (!about) throw new NotFound('What the pack is to be about is not there.');
    const people = await this.sql.rows<PackPerson>('pack-people', PEOPLE_THEN, [new Date(at), on, ...ids]);
    return { about, people, at, on };
  }
}

/** Invalid for a day that there is not, or a moment that has not come yet. */
export function momentOf({ at }: Pick<PackFilter, 'at'>, now: Date): { at: number; on: string } {
  if (at === undefined) return { at: now.getTime(), on: londonDate(now) };
  const moment = londonMoment(at);
  if (!moment) throw new Invalid([{ path: 'at', message: 'There is no such day' }]);
  if (moment.at > now.getTime()) throw new Invalid([{ path: 'at', message: 'This moment has not come yet' }]);
  return moment;
}
