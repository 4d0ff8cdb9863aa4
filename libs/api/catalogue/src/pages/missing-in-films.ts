import type { ProblemField, Tx } from '@lms/api-platform';

/** Films in the pages of a version that have no captions and of which nobody said that they need none. */
const FILMS = `
  select a.position - 1 as index, a.title, r.title as film
  from activity a
  join page_file f on f.activity_id = a.id
  join resource r on r.id = f.resource_id and r.kind = 'video'
  where a.course_version_id = $1 and a.kind = 'page'
    and position('<figure data-file="' || f.resource_id || '" data-kind="video">' in a.settings ->> 'html') > 0
    and not exists (select from resource_captions k where k.revision_id = f.revision_id)
  order by a.position, r.title`;

export async function missingInFilms(tx: Tx, versionId: string): Promise<ProblemField[]> {
  const films: { index: number; title: string; film: string }[] = await tx.query(FILMS, [versionId]);
  return films.map(({ index, title, film }) => ({
    path: `activities.${index}`,
    message: `The video “${film}” in the page “${title}” has no captions. Add them in the library, or say that nobody speaks in it.`,
  }));
}
