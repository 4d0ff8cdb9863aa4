import type { StartImportQuery } from '@lms/contracts';
import type { LocalDate } from '@lms/domain';
import type { Desk } from './desk.js';

export interface ImportedFile {
  kind: StartImportQuery['kind'];
  name: string;
  heading: readonly string[];
  rows: readonly (readonly string[])[];
}

interface Entry {
  personId: string;
  number: string;
  givenName: string;
  familyName: string;
  phone: string;
  jobRole: string;
  group: string;
  startsOn: LocalDate;
}

/** People of an employer with one employment that goes on; $1 the employer, $2 before what day they began. */
const ENTRIES = `
  select p.id as "personId", e.employee_number as number, p.given_name as "givenName", p.family_name as "familyName",
    coalesce(p.phone, '') as phone, e.job_role as "jobRole", e.employment_group as "group", e.starts_on::text as "startsOn"
  from engagement e join person p on p.id = e.person_id
  where e.organisation_id = $1 and e.starts_on < $2 and e.ends_on is null and p.erased_at is null
    and not exists (select from engagement x where x.person_id = e.person_id and x.id <> e.id)
  order by e.employee_number`;

const entriesOf = async (desk: Desk, employer: string): Promise<Entry[]> => {
  const all = await desk.rows<Entry>('entries', ENTRIES, [desk.organisation(employer), desk.day(-60)]);
  return all.filter(({ personId }) => desk.isQuiet(personId));
};

/** As spreadsheets have it: 14/03/2025. */
const written = (day: LocalDate): string => day.split('-').toReversed().join('/');

const SURVEYS = 'Castrell Surveys';
/** What surveyors did before there was a record of it here. */
const DONE = ['AID-521', 'GG 104', 'PAS 2080'];

/** A supplier's training register of the years before: most of it can be used, four rows cannot. */
export async function completionsFile(desk: Desk): Promise<ImportedFile> {
  const entries = (await entriesOf(desk, SURVEYS)).slice(0, 14);
  const done = entries.flatMap(({ number, givenName, familyName }, n) =>
    DONE.slice(0, 1 + (n % DONE.length)).map((course, at) => {
      const on = desk.day(-420 - ((n * 37 + at * 113) % 500));
      return [SURVEYS, number, `${givenName} ${familyName}`, course, written(on), `CS-${1200 + n * 7 + at}`];
    }),
  );
  const [first, second] = entries;
  const refused = [
    [SURVEYS, 'CA99107', 'R. Hollis', 'AID-521', written(desk.day(-700)), 'CS-1402'],
    [SURVEYS, first?.number ?? '', '', 'First aid at height', written(desk.day(-640)), 'CS-1403'],
    [SURVEYS, second?.number ?? '', '', 'AID-521', `31/02/${desk.day(-650).slice(0, 4)}`, 'CS-1404'],
    [SURVEYS, '', '', 'GG 104', written(desk.day(-610)), 'CS-1405'],
  ];
  const heading = ['Company', 'Payroll no', 'Name', 'Course', 'Date completed', 'Certificate no'];
  const rows = done.length === 0 ? [] : [...done, ...refused];
  return { kind: 'completions', name: 'castrell-training-register.csv', heading, rows };
}

const CREW = 'Brackenfell Traffic Management';

/** A crew as its coordinator sends it each month: nearly everything stands, a few have new work, one row is wrong. */
export async function crewFile(desk: Desk): Promise<ImportedFile> {
  const entries = (await entriesOf(desk, CREW)).filter(({ group }) => group === 'site').slice(0, 24);
  const rows = entries.map((one, n) => {
    const jobRole = n % 8 === 3 ? 'Lead traffic operative' : one.jobRole;
    const { number, givenName, familyName, phone, group, startsOn } = one;
    return [CREW, number, givenName, familyName, phone, jobRole, n === 17 ? 'nights' : group, written(startsOn)];
  });
  const heading = ['Organisation', 'Employee number', 'Given name', 'Family name', 'Telephone', 'Job role'];
  return { kind: 'people', name: 'brackenfell-crew.csv', heading: [...heading, 'Group', 'First day'], rows };
}
