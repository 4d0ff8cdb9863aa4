import { type DemoActivity, type DemoCourse, posterOf } from '@lms/demo';
import { derivedId } from './derived-id.js';
import type { Row } from './insert-rows.js';
import type { SeededFile, SeededFiles } from './seed-files.js';

const fileOf = (files: SeededFiles, name: string): SeededFile => {
  const file = files.get(name);
  if (!file) throw new Error(`The demonstration has no file called ${name}`);
  return file;
};

/** An activity keeps its lineage while it stays at its place and of its kind from one version to the next. */
function lineageOf(course: DemoCourse, activity: DemoActivity): string {
  const same = course.versions
    .flatMap(({ activities }) => activities)
    .find(({ position, kind }) => position === activity.position && kind === activity.kind);
  return (same ?? activity).id;
}

/** One activity as its row; `packages` are the ids of the unpacked packages by file. */
export function activityRow(
  course: DemoCourse,
  versionId: string,
  activity: DemoActivity,
  files: SeededFiles,
  packages: ReadonlyMap<string, string>,
): Row {
  const file = activity.file === null ? null : fileOf(files, activity.file);
  return {
    id: activity.id,
    course_version_id: versionId,
    lineage_id: lineageOf(course, activity),
    position: activity.position,
    kind: activity.kind,
    title: activity.title,
    minutes: activity.minutes,
    completion_rule: activity.completionRule,
    package_id: file?.unpacked ? (packages.get(file.name) ?? null) : null,
    file_sha256: file?.sha256 ?? null,
    file_name: file?.name ?? null,
    file_size: file?.size ?? null,
    media_type: file?.mediaType ?? null,
    seconds: file?.seconds ?? null,
    pages: file?.pages ?? null,
    summary: file?.summary ?? null,
    poster_sha256: activity.kind === 'video' && file ? (files.get(posterOf(file.name))?.sha256 ?? null) : null,
    no_speech: activity.noSpeech,
    settings: activity.settings,
  };
}

export const captionRows = (activity: DemoActivity, files: SeededFiles): Row[] =>
  activity.captions.map(({ language, label, file: name }) => {
    const { sha256, size } = fileOf(files, name);
    return {
      id: derivedId('captions', activity.id, language),
      activity_id: activity.id,
      language,
      label,
      sha256,
      size,
    };
  });
