import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicCertificate } from '@lms/contracts';
import { certificateCode, showCertificateCode } from '@lms/domain';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const dayFrom = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
interface Tagged {
  role?: string;
  alt?: string;
  children?: Tagged[];
}
const tagsOf = (node: Tagged): string[] => [node.role ?? '', ...(node.children ?? []).flatMap(tagsOf)].filter(Boolean);

describe('certificates', () => {
  let t: TestApp;
  let learnerId: string;
  let learner: Client;
  let courseId: string;
  let version: string;

  beforeAll(async () => {
    t = await testApp();
    learnerId = await t.make.person({ givenName: 'Łukasz', familyName: 'Nowak' });
    learner = await t.as(learnerId);
    courseId = await t.make.course({ title: 'Temporary traffic management' });
    version = await t.make.courseVersion({ courseId, state: 'published' });
  });
  afterAll(() => t.stop());

  const complete = async (completedOn: string, validUntil: string | null, course = courseId, of = version) => {
    const [row] = await t.db.sql<{ seq: number }>(
      `select append_completion($1, $2, $3, $4, $5, 'manual', $6, '{}', $7) as seq`,
      [learnerId, course, of, completedOn, validUntil, uuid(), `${completedOn}T10:00:00Z`],
    );
    return row?.seq ?? 0;
  };
  const codeOf = async (seq: number) =>
    (
      await t.db.sql<{ code: string }>('select code from certificate where person_id = $1 and seq = $2', [
        learnerId,
        seq,
      ])
    )[0]?.code ?? '';
  const check = async (code: string) => (await t.anonymous.get(`/certificates/${code}`)).json<PublicCertificate>();

  it('have the same serial in SQL and in the domain', async () => {
    const random = Array.from({ length: 50 }, () => uuid());
    const rows = await t.db.sql<{ id: string; code: string }>(
      'select id::text, certificate_code(id) as code from unnest($1::uuid[]) id',
      [random],
    );
    for (const { id, code } of rows) {
      const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
      expect(code).toBe(certificateCode([0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12].map((at) => (bytes[at] ?? 0) % 32)));
    }
  });

  it('are checked by anybody: valid, renewed, expired, taken back', async () => {
    const first = await complete(dayFrom(-400), dayFrom(-36));
    const code = await codeOf(first);
    expect(await check(code)).toEqual({
      code,
      state: 'expired',
      checkedOn: dayFrom(0),
      holderName: 'Łukasz Nowak',
      courseTitle: 'Temporary traffic management',
      completedOn: dayFrom(-400),
      validUntil: dayFrom(-36),
      renewed: null,
    });
    const second = await complete(dayFrom(-2), dayFrom(362));
    const newer = await codeOf(second);
    expect(await check(showCertificateCode(newer).toLowerCase())).toMatchObject({
      code: newer,
      state: 'valid',
      renewed: null,
    });
    expect(await check(code)).toMatchObject({ state: 'expired', renewed: { code: newer, on: dayFrom(-2) } });
    await t.db.sql(`select revoke_completion($1, $2, 'not-done', '{}', $3)`, [learnerId, second, new Date()]);
    expect(await check(newer)).toMatchObject({ state: 'revoked' });
    expect(await check(code)).toMatchObject({ state: 'expired', renewed: null });
    expect((await learner.get(`/my/completions/${second}/certificate`)).status).toBe(409);
  });

  it('are not there for a course that gives none', async () => {
    const without = await t.make.course({ title: 'A notice' });
    await t.db.sql('update course set gives_certificate = false where id = $1', [without]);
    const seq = await complete(
      dayFrom(-1),
      null,
      without,
      await t.make.courseVersion({ courseId: without, state: 'published' }),
    );
    expect(await codeOf(seq)).toBe('');
    expect((await learner.get(`/my/completions/${seq}/certificate`)).status).toBe(404);
  });

  it('are a tagged PDF in English with a title, the words as text, and a picture that says what it is', async () => {
    const seq = await complete(dayFrom(-1), null);
    const answer = await t.app.inject({
      url: `/api/v1/my/completions/${seq}/certificate`,
      headers: { host: 'waymark.localhost:3000', authorization: await bearer() },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const document = await getDocument({ data: new Uint8Array(answer.rawPayload), verbosity: 0 }).promise;
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Certificate: Temporary traffic management, Łukasz Nowak', Language: 'en-GB' });
    const page = await document.getPage(1);
    const tree = (await page.getStructTree()) as Tagged;
    expect(tagsOf(tree)).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Figure']));
    expect(JSON.stringify(tree)).toContain(
      `QR code that opens http://waymark.localhost:3000/verify/${await codeOf(seq)}`,
    );
    const words = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const text of [
      'Temporary traffic management',
      'Łukasz Nowak',
      'Does not expire',
      showCertificateCode(await codeOf(seq)),
    ])
      expect(words).toContain(text);
    await document.loadingTask.destroy();
  });
  const bearer = async () => {
    const name = `u${learnerId.replaceAll('-', '')}`;
    const { accessToken } = (await t.anonymous.post('/auth/token', { name, password: 'a long enough password' })).json<{
      accessToken: string;
    }>();
    return `Bearer ${accessToken}`;
  };

  it('are nobody else’s business', async () => {
    const strangerId = await t.make.person();
    await t.make.grant({ personId: strangerId, role: 'coordinator', organisationId: await t.make.organisation() });
    const stranger = await t.as(strangerId);
    expect((await stranger.get(`/people/${learnerId}/completions/1/certificate`)).status).toBe(404);
  });

  it('hide the name of somebody who asked to be forgotten', async () => {
    await t.db.sql('update person set erased_at = $2 where id = $1', [learnerId, new Date()]);
    expect(await check(await codeOf(1))).toMatchObject({
      holderName: null,
      courseTitle: 'Temporary traffic management',
    });
  });

  it('are not found calmly, and not guessed', async () => {
    for (const code of ['7K4MQ2XP9TRD', 'nonsense', '%00', 'x'.repeat(60)])
      expect((await t.anonymous.get(`/certificates/${code}`)).status).toBe(404);
    const answers = await Promise.all(Array.from({ length: 60 }, () => t.anonymous.get('/certificates/7K4MQ2XP9TRD')));
    const last = answers.find(({ status }) => status === 429);
    expect(last?.json()).toMatchObject({ code: 'too-many-checks' });
    expect(last?.headers['retry-after']).toBe('60');
  });
});
