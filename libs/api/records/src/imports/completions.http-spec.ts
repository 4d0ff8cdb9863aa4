import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Import, PersonRecord } from '@lms/contracts';
import exceljs from 'exceljs';
import { applyFile, checkFile, countsOf, giveFile, rowsOf } from '../../../../../test/http/give-file.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const HEADINGS =
  'Organisation,Employee no,E-mail,Name,Course code,Date completed,Expiry date,Certificate no,Training of\n';
const FILE = `${HEADINGS}Dunmarsh Surfacing,D-1,,Aisha Karim,smsts,14/03/2024,,C-77,
dunmarsh,D-1,,,Site management,2019-03-01,28/02/2024,,
,,tom@example.com,Tom Brackley,SMSTS,1 Feb 2025,,,
,,tom@example.com,Ann Other,SMSTS,1 Feb 2025,,,
Dunmarsh,D-9,,,SMSTS,1/2/2025,,,
Nowhere,D-1,,,SMSTS,1/2/2025,,,
Dunmarsh,D-1,,Zed Quimby,SMSTS,1/2/2025,,,
Dunmarsh,D-1,,,XX,31/2/2025,,,
Dunmarsh,D-1,,,SMSTS,2999-01-01,,,
Dunmarsh,d-1,,,SMSTS,14.3.2024,,,
Dunmarsh,D-1,,,CV-7,1/5/2025,30/4/2026,,Costain
Dunmarsh,D-5,,,SMSTS,1/5/2025,,,
`;

describe('earlier completions', () => {
  let t: TestApp;
  let adviser: Client;
  let adviserId: string;
  let aishaId: string;
  let tomId: string;

  beforeAll(async () => {
    t = await testApp();
    adviserId = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    await t.make.grant({ personId: adviserId, role: 'people-team' });
    adviser = await t.as(adviserId);
    const dunmarsh = await t.make.organisation({ name: 'Dunmarsh Surfacing' });
    await t.db.sql(`update organisation set short_name = 'Dunmarsh' where id = $1`, [dunmarsh]);
    await t.make.organisation({ kind: 'partner', name: 'Costain' });
    aishaId = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    tomId = await t.make.person({ givenName: 'Tom', familyName: 'Brackley', contactEmail: 'tom@example.com' });
    const numbered = async (personId: string, number: string) => {
      const id = await t.make.engagement({ personId, organisationId: dunmarsh });
      await t.db.sql('update engagement set employee_number = $2 where id = $1', [id, number]);
    };
    await numbered(aishaId, 'D-1');
    await numbered(tomId, 'D-2');
    await numbered(adviserId, 'D-5');
    const course = await t.make.course({ code: 'SMSTS', title: 'Site management' });
    await t.make.courseVersion({ courseId: course, validityMonths: 60, state: 'published' });
    await t.work();
  });
  afterAll(() => t.stop());

  const record = async (id: string) =>
    (await adviser.get(`/people/${id}/record`))
      .json<PersonRecord>()
      .completions.map((h) => `${h.completedOn} ${h.validUntil} ${h.source}`);
  let first: Import;

  it('are checked row by row and column by column, and change nothing yet', async () => {
    const given = await giveFile(adviser, 'completions', FILE);
    expect(given).toMatchObject({ state: 'columns', total: 12, fileName: 'file.csv' });
    expect(Object.keys(given.mapping).sort()).toEqual([
      'completedOn',
      'course',
      'email',
      'employeeNumber',
      'expiresOn',
      'name',
      'organisation',
      'reference',
      'trainingOf',
    ]);
    first = await checkFile(adviser, given);
    expect(countsOf(first)).toEqual({ new: 4, same: 1, faulty: 7, chosen: 4 });
    const faulty = await rowsOf(adviser, first.id, 'outcome=faulty');
    expect(
      faulty.map(({ n, messages }) => [n, ...messages.map(({ column, message }) => `${column}: ${message}`)]),
    ).toEqual([
      [5, 'email: Nobody called Ann Other is known by this.'],
      [6, 'employeeNumber: Nobody at Dunmarsh has the number D-9.'],
      [7, 'organisation: There is no organisation called “Nowhere”.'],
      [8, 'name: D-1 is the number of Aisha Karim, and this row says Zed Quimby.'],
      [
        9,
        'completedOn: “31/2/2025” is not a day. Write it as 14/03/2025 or 2025-03-14.',
        'course: There is no course “XX”. For training of another company say whose it was.',
      ],
      [10, 'completedOn: This day has not come yet.'],
      [13, 'employeeNumber: Somebody else has to record what you did yourself.'],
    ]);
    const [repeated] = await rowsOf(adviser, first.id, 'outcome=same');
    expect(repeated).toMatchObject({ n: 11, messages: [{ message: 'This is in row 2 already.' }] });
    expect(await record(aishaId)).toEqual([]);
  });

  it('are appended once; the same file again changes nothing', async () => {
    await adviser.put(`/imports/${first.id}/selection`, { rows: [4], selected: false });
    first = await applyFile(adviser, first.id);
    expect(countsOf(first)).toMatchObject({ applied: 3 });
    expect((await record(aishaId)).sort()).toEqual(['2019-03-01 2024-02-28 import', '2024-03-14 2029-03-13 import']);
    expect(
      await t.db.sql('select reference from outside_award a join outside_award_private p on p.award_id = a.id', []),
    ).toEqual([]);
    const [award] = await t.db.sql<{ on: string }>('select awarded_on::text as on from outside_award', []);
    expect(award).toEqual({ on: '2025-05-01' });
    expect(await record(tomId)).toEqual([]);

    const entries = () => t.db.sql('select person_id, seq, encode(hash, $1) from ledger_entry order by 1, 2', ['hex']);
    const before = await entries();
    const again = await checkFile(adviser, await giveFile(adviser, 'completions', FILE, 'again.csv'));
    expect(countsOf(again)).toEqual({ new: 1, same: 4, faulty: 7, chosen: 1 });
    await adviser.put(`/imports/${again.id}/selection`, { outcome: 'new', selected: false });
    const nothing = await adviser.post(`/imports/${again.id}/apply`, {});
    expect([nothing.status, nothing.json<{ code: string }>().code]).toEqual([409, 'nothing-chosen']);
    expect(await entries()).toEqual(before);
  });

  it('that were left out can be applied later, and are told of when they are', async () => {
    await adviser.put(`/imports/${first.id}/selection`, { rows: [4], selected: true });
    expect(countsOf(await applyFile(adviser, first.id))).toMatchObject({ applied: 4 });
    expect(await record(tomId)).toEqual(['2025-02-01 2030-01-31 import']);
  });

  it('say that they are on the record with another end, and come again after they were taken back', async () => {
    const line = (expires: string) => `${HEADINGS}Dunmarsh,D-1,,,SMSTS,14/3/2024,${expires},,\n`;
    const other = await checkFile(adviser, await giveFile(adviser, 'completions', line('1/1/2030')));
    const [row] = await rowsOf(adviser, other.id);
    expect(row?.messages[0]?.message).toBe('This is on the record already, valid until 13 Mar 2029. Correct it there.');
    const [entry] = await t.db.sql<{ seq: number }>(
      `select seq from ledger_entry where person_id = $1 and completed_on = '2024-03-14'`,
      [aishaId],
    );
    await adviser.post(`/people/${aishaId}/completions/${entry?.seq}/take-back`, {
      reasonCode: 'wrong-date',
      note: '',
    });
    const again = await checkFile(adviser, await giveFile(adviser, 'completions', line('1/1/2030')));
    expect(countsOf(await applyFile(adviser, again.id))).toEqual({ new: 1, applied: 1 });
    expect(await record(aishaId)).toContain('2024-03-14 2030-01-01 import');
  });

  it('leave a row alone whose facts have changed since it was checked', async () => {
    const checked = await checkFile(
      adviser,
      await giveFile(adviser, 'completions', `${HEADINGS}Dunmarsh,D-2,,,SMSTS,1/4/2022,,,\n`),
    );
    await t.db.sql(`update engagement set employee_number = 'D-3' where employee_number = 'D-2'`);
    expect(countsOf(await applyFile(adviser, checked.id))).toEqual({ new: 1, failed: 1 });
    const [row] = await rowsOf(adviser, checked.id, 'result=failed');
    expect(row?.note).toMatch('has changed since this was checked');
    await t.db.sql(`update engagement set employee_number = 'D-2' where employee_number = 'D-3'`);
  });

  it('come as a workbook, and go back as files with messages', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Crew');
    sheet.addRow(['Training of our crew in 2023']);
    sheet.addRow(['Company', 'Staff no', 'Training', 'Completed']);
    sheet.addRow(['Dunmarsh', 'D-2', 'SMSTS', new Date('2023-07-01')]);
    sheet.addRow(['Dunmarsh', 'D-2', '=SUM(A1)', 'x']);
    const given = await giveFile(adviser, 'completions', Buffer.from(await book.xlsx.writeBuffer()), 'crew.xlsx');
    expect(given).toMatchObject({ headings: ['Company', 'Staff no', 'Training', 'Completed'], total: 2 });
    const checked = await checkFile(adviser, given);
    expect(countsOf(checked)).toEqual({ new: 1, faulty: 1, chosen: 1 });
    const csv = await adviser.get(`/imports/${checked.id}/result.csv?rows=faulty`);
    expect(csv.headers['content-disposition']).toContain('crew - to mend.csv');
    expect(csv.body).toContain(`"'=SUM(A1)"`);
    expect(csv.body.split('\r\n').length).toBe(3);
    const xlsx = await adviser.get(`/imports/${checked.id}/result.xlsx`);
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    expect((await adviser.get('/import-template.xlsx?kind=completions')).status).toBe(200);
  });

  it('refuse what is no table, and columns that are missing', async () => {
    const refused = await giveFile(adviser, 'completions', Buffer.from('name\nZo\xeb', 'latin1'));
    expect([refused.state, refused.refusal]).toEqual(['refused', expect.stringContaining('UTF-8')]);
    expect((await giveFile(adviser, 'completions', 'only,headings')).refusal).toBe(
      'The file has no rows below its headings.',
    );
    const given = await giveFile(adviser, 'completions', 'a,b\n1,2');
    const answer = await adviser.put(`/imports/${given.id}/check`, { mapping: { course: 0 } });
    expect(answer.status).toBe(422);
    expect(answer.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual([
      'completedOn',
      'employeeNumber',
    ]);
    expect(
      (await adviser.post('/imports?kind=completions&name=x', Buffer.from('x'), { 'content-type': 'text/plain' }))
        .status,
    ).toBe(415);
    expect(
      (
        await adviser.post('/imports?kind=completions&name=x', Buffer.alloc(0), {
          'content-type': 'application/octet-stream',
        })
      ).status,
    ).toBe(422);
  });

  it('keep which column is which under a name, each their own', async () => {
    const headings = { course: 'Training', completedOn: 'When' };
    expect((await adviser.post('/import-mappings', { kind: 'completions', name: 'Payroll', headings })).status).toBe(
      204,
    );
    expect(
      (await adviser.post('/import-mappings', { kind: 'completions', name: 'payroll', headings: { course: 'X' } }))
        .status,
    ).toBe(204);
    const { items } = (await adviser.get('/import-mappings?kind=completions')).json<{
      items: { id: string; headings: unknown }[];
    }>();
    expect(items).toMatchObject([{ name: 'payroll', headings: { course: 'X' } }]);
    expect((await adviser.delete(`/import-mappings/${items[0]?.id}`)).status).toBe(204);
    expect((await adviser.delete(`/import-mappings/${items[0]?.id}`)).status).toBe(404);
  });

  it('are for the People Team; to everybody else they are not there', async () => {
    const coordinatorId = await t.make.person();
    const organisationId = await t.make.organisation();
    await t.make.grant({ personId: coordinatorId, role: 'coordinator', organisationId });
    const coordinator = await t.as(coordinatorId);
    const auditorId = await t.make.person();
    await t.make.grant({ personId: auditorId, role: 'auditor' });
    const auditor = await t.as(auditorId);
    const octets = { 'content-type': 'application/octet-stream' };
    expect((await coordinator.post('/imports?kind=completions&name=x', Buffer.from('x'), octets)).status).toBe(403);
    expect((await auditor.get('/imports')).status).toBe(403);
    for (const url of [`/imports/${first.id}`, `/imports/${first.id}/rows`, `/imports/${first.id}/result.csv`]) {
      expect((await coordinator.get(url)).status).toBe(404);
    }
    expect((await coordinator.put(`/imports/${first.id}/selection`, { rows: [1], selected: true })).status).toBe(404);
    expect((await coordinator.post(`/imports/${first.id}/apply`, {})).status).toBe(404);
    expect((await coordinator.get('/imports')).json<{ items: unknown[] }>().items).toEqual([]);
    const other = await t.make.person();
    await t.make.grant({ personId: other, role: 'people-team' });
    const colleague = await t.as(other);
    expect((await colleague.get(`/imports/${first.id}`)).json<Import>()).toMatchObject({
      mine: false,
      createdByName: 'Helen Marsh',
    });
    expect((await colleague.post(`/imports/${first.id}/apply`, {})).json<{ code: string }>().code).toBe('not-yours');
  });
});
