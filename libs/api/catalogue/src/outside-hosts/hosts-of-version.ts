import type { Tx } from '@lms/api-platform';

/** Every host outside that a package of this version may use, in order. */
export async function outsideHostsOf(tx: Tx, versionId: string): Promise<string[]> {
  const rows: { host: string }[] = await tx.query(
    `select distinct h as host from activity a, unnest(a.outside_hosts) h where a.course_version_id = $1 order by 1`,
    [versionId],
  );
  return rows.map(({ host }) => host);
}
