import type { ActivityKind, ActivitySettings, PageFile } from '@lms/contracts';

/** An activity as this learner may open it. */
export interface MyActivity {
  activityId: string;
  kind: ActivityKind;
  title: string;
  courseId: string;
  courseTitle: string;
  courseVersionId: string;
  opensOn: string | null;
  packageId: string | null;
  /** Which hosts outside this installation the package may use. */
  outsideHosts: string[];
  fileSha256: string | null;
  posterSha256: string | null;
  fileName: string | null;
  fileSize: number | null;
  mediaType: string | null;
  seconds: number | null;
  pages: number | null;
  scos: PackageSco[] | null;
  settings: ActivitySettings | null;
  captions: { language: string; label: string; sha256: string }[];
  /** Of a page: what stands in it. */
  files: (Omit<PageFile, 'path' | 'captions'> & { sha256: string; captions: MyActivity['captions'] })[];
}

export interface PackageSco {
  identifier: string;
  title: string;
  href: string;
  scormType: 'sco' | 'asset';
  masteryScore: number | null;
  dataFromLms: string | null;
  /** Packages that were uploaded long ago may not say these. */
  minNormalizedMeasure?: number | null;
  maxTimeAllowed?: string | null;
  timeLimitAction?: string | null;
  completionThreshold?: number | null;
}

/** What a player needs of an activity `a` of version `v` of course `c` with package `p`. */
export const ACTIVITY_CONTENT = `a.id as "activityId", a.kind, a.title, c.id as "courseId", c.title as "courseTitle", v.id as "courseVersionId",
    a.package_id as "packageId", a.outside_hosts as "outsideHosts", a.file_sha256 as "fileSha256", a.poster_sha256 as "posterSha256", a.file_name as "fileName",
    a.file_size::float8 as "fileSize", a.media_type as "mediaType", a.seconds::float8 as seconds, a.pages, p.scos, a.settings,
    coalesce((
      select json_agg(json_build_object('language', k.language, 'label', k.label, 'sha256', k.sha256) order by k.language)
      from activity_captions k where k.activity_id = a.id
    ), '[]') as captions,
    coalesce((
      select json_agg(json_build_object('id', f.resource_id, 'kind', r.kind, 'name', r.name, 'sha256', r.sha256,
        'mediaType', r.media_type, 'size', r.size, 'seconds', r.seconds, 'width', r.width, 'height', r.height, 'captions', (
          select coalesce(json_agg(json_build_object('language', k.language, 'label', k.label, 'sha256', k.sha256) order by k.language), '[]')
          from resource_captions k where k.revision_id = r.id)))
      from page_file f join resource_revision r on r.id = f.revision_id where f.activity_id = a.id
    ), '[]') as files`;

/**
 * What is given to a person is theirs to open, in the version that they are on; anything else reads as not there.
 * What they did in an earlier version of the same edition is shown as they did it.
 * $1 person, $2 activity, $3 today.
 */
export const MY_ACTIVITY = `
  select ${ACTIVITY_CONTENT}, s.opens_on::text as "opensOn", withdrawn_from($1, c.id, $3) as withdrawn
  from activity asked
  join course_version n on n.id = asked.course_version_id
  join course c on c.id = n.course_id
  left join lateral (
    select t.activity_id as id
    from done_in_edition($1, n.id, counted_since($1, c.id, $3)) d join attempt t on t.id = d.attempt_id
    where d.activity_id = asked.id and not exists (
      select from attempt own where own.person_id = $1 and own.activity_id = asked.id and own.state <> 'abandoned')
  ) carried on true
  join activity a on a.id = coalesce(carried.id, asked.id)
  join course_version v on v.id = a.course_version_id
  join standing_dates s on s.course_id = c.id and s.person_id = $1
  left join content_package p on p.id = a.package_id
  where asked.id = $2 and n.id = learner_version($1, c.id, $3)`;
