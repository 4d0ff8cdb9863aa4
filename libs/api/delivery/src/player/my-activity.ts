import type { ActivityKind, ActivitySettings } from '@lms/contracts';

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
  fileSha256: string | null;
  fileName: string | null;
  fileSize: number | null;
  mediaType: string | null;
  seconds: number | null;
  pages: number | null;
  scos: PackageSco[] | null;
  settings: ActivitySettings | null;
  captions: { language: string; label: string; sha256: string }[];
}

export interface PackageSco {
  identifier: string;
  title: string;
  href: string;
  scormType: 'sco' | 'asset';
  masteryScore: number | null;
  dataFromLms: string | null;
}

/** What is given to a person is theirs to open; anything else reads as not there. $1 person, $2 activity. */
export const MY_ACTIVITY = `
  select a.id as "activityId", a.kind, a.title, c.id as "courseId", c.title as "courseTitle", v.id as "courseVersionId",
    s.opens_on::text as "opensOn", a.package_id as "packageId", a.file_sha256 as "fileSha256", a.file_name as "fileName",
    a.file_size::float8 as "fileSize", a.media_type as "mediaType", a.seconds::float8 as seconds, a.pages, p.scos, a.settings,
    coalesce((
      select json_agg(json_build_object('language', k.language, 'label', k.label, 'sha256', k.sha256) order by k.language)
      from activity_captions k where k.activity_id = a.id
    ), '[]') as captions
  from activity a
  join course_version v on v.id = a.course_version_id
  join course c on c.id = v.course_id
  join standing_dates s on s.course_id = c.id and s.person_id = $1
  left join content_package p on p.id = a.package_id
  where a.id = $2 and (
    v.state = 'published'
    or (v.state = 'retired' and exists (select from attempt t where t.person_id = $1 and t.course_version_id = v.id))
  )`;
