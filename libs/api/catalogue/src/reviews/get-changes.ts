import { NotFound } from '@lms/api-platform';
import type { VersionChanges } from '@lms/contracts';
import { type ActivityChange, diffVersions, type FieldChange } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { versionContent } from './version-content.js';

interface Compared {
  id: string;
  againstId: string | null;
  againstNumber: number | null;
}

/** What people are taught until this version is published, or were taught until it was. $1 version. */
const COMPARED = `
  select v.id, p.id as "againstId", p.number as "againstNumber"
  from course_version v
  left join lateral (
    select o.id, o.number from course_version o
    where o.course_id = v.course_id and o.number < v.number and o.state in ('published', 'retired')
    order by o.number desc limit 1
  ) p on true
  where v.id = $1`;

/** Markup says nothing to a reader; the words stand beside it. */
const UNREAD = 'settings.html';

/** What a reviewer has to look at: everything in which a version differs from the one before it. */
@Injectable()
export class GetChanges {
  constructor(private readonly dataSource: DataSource) {}

  async run(versionId: string): Promise<VersionChanges> {
    const rows: Compared[] = await this.dataSource.query(COMPARED, [versionId]);
    const [compared] = rows;
    if (!compared) throw new NotFound();
    const { againstId, againstNumber } = compared;
    if (againstId === null || againstNumber === null) return { against: null, settings: [], activities: [] };
    const before = await versionContent(this.dataSource, againstId);
    const { settings, activities } = diffVersions(before, await versionContent(this.dataSource, versionId));
    return { against: againstNumber, settings: settings.map(fieldOf), activities: activities.map(activityOf) };
  }
}

function activityOf(change: ActivityChange): VersionChanges['activities'][number] {
  return { ...change, fields: change.fields.map(fieldOf), words: change.words && [...change.words] };
}

type Sent = VersionChanges['settings'][number];

function fieldOf({ field, before, after }: FieldChange): Sent {
  return field === UNREAD ? { field, before: null, after: null } : { field, before: sent(before), after: sent(after) };
}

/** A copy: what was compared is read-only. */
const sent = (value: FieldChange['before']): Sent['before'] =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Sent['before']);
