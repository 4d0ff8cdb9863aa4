import { type Tx } from '@lms/api-platform';
import type { ActivityKind, ActivitySettings, ReadAgain } from '@lms/contracts';
import { type ActivityContent, type JsonValue, pageText, type VersionContent } from '@lms/domain';
import { RENEWAL_CHANGES } from '../course-versions/renewal.js';
import { isPackage } from '../outside-hosts/is-package.js';
import { nameSql } from '../shared/sql-text.js';

interface ActivityRow {
  lineageId: string;
  kind: ActivityKind;
  title: string;
  minutes: number | null;
  rule: JsonValue;
  noSpeech: boolean;
  readAgain: ReadAgain;
  outsideHosts: string[];
  file: JsonValue;
  poster: JsonValue;
  captions: JsonValue;
  pictures: JsonValue;
  settings: ActivitySettings | null;
  /** What ids in the settings stand for: banks and people. */
  names: Record<string, string> | null;
}
interface Row {
  minutes: number;
  validityMonths: number | null;
  /** What is not as usual, by name. */
  renewal: Record<string, JsonValue>;
  activities: ActivityRow[];
}

const CONTENT = `
  select v.minutes, v.validity_months as "validityMonths", ${RENEWAL_CHANGES} as renewal, coalesce((
    select json_agg(json_build_object(
      'lineageId', a.lineage_id, 'kind', a.kind, 'title', a.title, 'minutes', a.minutes, 'rule', a.completion_rule,
      'noSpeech', a.no_speech, 'readAgain', a.read_again, 'outsideHosts', a.outside_hosts, 'settings', a.settings,
      'file', case when a.file_sha256 is not null
        then json_build_object('name', a.file_name, 'size', a.file_size, 'sha256', a.file_sha256) end,
      'poster', (
        select json_build_object('name', r.name, 'sha256', r.sha256) from resource_revision r
        where r.kind = 'image' and r.sha256 = a.poster_sha256),
      'captions', (
        select coalesce(json_agg(json_build_object('label', c.label, 'sha256', c.sha256) order by c.language), '[]')
        from activity_captions c where c.activity_id = a.id),
      'pictures', (
        select coalesce(json_agg(json_build_object('name', r.name, 'sha256', r.sha256) order by f.resource_id), '[]')
        from page_file f join resource_revision r on r.id = f.revision_id where f.activity_id = a.id),
      'names', (
        select json_object_agg(n.id, n.name) from (
          select b.id, b.title as name from question_bank b
          where b.id in (select (s ->> 'bankId')::uuid from jsonb_array_elements(a.settings -> 'sections') s)
          union all
          select p.id, ${nameSql('p.id')} from person p
          where p.id in (select i::uuid from jsonb_array_elements_text(a.settings -> 'assessors' -> 'personIds') i)
        ) n)
    ) order by a.position) from activity a where a.course_version_id = v.id
  ), '[]') as activities
  from course_version v where v.id = $1`;

/** A version as it is compared with another. */
export async function versionContent(tx: Pick<Tx, 'query'>, versionId: string): Promise<VersionContent> {
  const rows: Row[] = await tx.query(CONTENT, [versionId]);
  const { minutes = 0, validityMonths = null, renewal = {}, activities = [] } = rows[0] ?? {};
  return { settings: { minutes, validityMonths, ...renewal }, activities: activities.map(contentOf) };
}

function contentOf(row: ActivityRow): ActivityContent {
  const {
    lineageId,
    kind,
    title,
    minutes,
    rule,
    noSpeech,
    readAgain,
    outsideHosts,
    file,
    poster,
    captions,
    pictures,
    settings,
    names,
  } = row;
  const { kind: _, ...given }: Record<string, JsonValue> = settings ? plain(settings) : { kind };
  const fields = Object.entries(given).map(([name, value]) => [`settings.${name}`, readable(name, value, names ?? {})]);
  const own: Record<string, JsonValue> = { minutes, rule, file, captions, pictures };
  // Of other kinds it is never anything but false.
  if (kind === 'video') Object.assign(own, { noSpeech, poster });
  if (kind === 'document') own['readAgain'] = readAgain;
  if (isPackage(kind)) own['outsideHosts'] = outsideHosts;
  const text = settings?.kind === 'page' ? pageText(settings.html) : null;
  return { lineageId, kind, title, text, fields: { ...own, ...Object.fromEntries(fields) } };
}

/** Settings come from JSON, so they are JSON. */
const plain = (settings: ActivitySettings): Record<string, JsonValue> =>
  JSON.parse(JSON.stringify(settings)) as Record<string, JsonValue>;

/** With names in the place of ids, where a reviewer would see nothing in an id. */
function readable(name: string, value: JsonValue, names: Record<string, string>): JsonValue {
  const called = (id: JsonValue | undefined): JsonValue => (typeof id === 'string' ? (names[id] ?? id) : null);
  if (name === 'sections' && isList(value)) {
    return value.map((section) => (isObject(section) ? { ...section, bankId: called(section['bankId']) } : section));
  }
  if (name === 'assessors' && isObject(value)) {
    const { personIds } = value;
    return { ...value, personIds: personIds !== undefined && isList(personIds) ? personIds.map(called) : [] };
  }
  return value;
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const isObject = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !isList(value);
