import { type Ctx, Invalid, NotFound, Sql } from '@lms/api-platform';
import type { PackFilter, PackManifest } from '@lms/contracts';
import { londonDate, londonMoment } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { seesAll } from '../matrix/matrix-sql.js';
import { peopleThen, SUBJECT, SUBJECT_OF_EMPLOYER } from './people-then.sql.js';

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
  /** For whoever sees everybody; else what an employer may see of people who work for it today. */
  whole: boolean;
}

/** Finds what a pack is about, and who belonged to it at the moment. */
@Injectable()
export class FindPackSubject {
  constructor(private readonly sql: Sql) {}

  /** NotFound for what is not there or not the reader's to see; Invalid for a moment that has not come yet. */
  async run({ actor, today, now }: Ctx, filter: PackFilter): Promise<PackSubject> {
    const { at, on } = momentOf(filter, now);
    const whole = seesAll(actor);
    const ids = [filter.schemeId ?? null, filter.organisationId ?? null, filter.personId ?? null];
    const reader = whole ? [] : [actor.personId, today];
    const about = whole
      ? await this.sql.row<PackSubject['about']>('pack-subject', SUBJECT, ids)
      : await this.sql.row<PackSubject['about']>('pack-subject-seen', SUBJECT_OF_EMPLOYER, [
          ...ids.slice(1),
          ...reader,
        ]);
    if (!about) throw new NotFound('What the pack is to be about is not there.');
    const name = whole ? 'pack-people' : 'pack-people-seen';
    const people = await this.sql.rows<PackPerson>(name, peopleThen(whole), [new Date(at), on, ...ids, ...reader]);
    return { about, people, at, on, whole };
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
