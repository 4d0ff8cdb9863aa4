import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Branding, type KeptLogo, type Problem } from '@lms/contracts';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { pngOf } from './png.test.js';

const SUPPORT = { name: 'Training desk', email: 'training@alliance.example', phone: '0800 111 222' };
const MINE = {
  name: 'Roads Academy',
  accent: { light: '#7a1f5c', dark: '#e08bc4' },
  support: SUPPORT,
  logoSha256: null,
};
const OCTETS = { 'content-type': 'application/octet-stream' };
const seen = (version: number) => ({ 'if-match': `"${version}"` });

describe('branding', () => {
  let t: TestApp;
  let admin: Client;
  beforeAll(async () => {
    t = await testApp();
    const personId = await t.make.person({ givenName: 'Ada', familyName: 'Stone' });
    await t.make.grant({ personId, role: 'administrator' });
    admin = await t.as(personId);
  });
  afterAll(() => t.stop());

  it('is the product’s own until an administrator says otherwise', async () => {
    const answer = await admin.get('/branding');
    expect(answer.headers['etag']).toBe('"0"');
    expect(Branding.parse(answer.json())).toMatchObject({ version: 0, name: null, accent: null, logo: null });
    expect((await t.anonymous.get('/branding/logo')).status).toBe(404);
    expect((await admin.post('/branding/undo', undefined, seen(0))).json<Problem>().code).toBe('nothing-to-undo');
  });

  it('refuses a colour that is hard to read, and offers the nearest that is not', async () => {
    const accent = { light: '#f0c800', dark: '#1a1a60' };
    const { status, json } = await admin.put('/branding', { ...MINE, accent }, seen(0));
    const { fields } = json<Problem>();
    expect([status, fields?.map(({ path }) => path)]).toEqual([422, ['accent.light', 'accent.dark']]);
    const offered = fields?.map(({ message }) => /#[0-9a-f]{6}/.exec(message)?.[0]) ?? [];
    const again = await admin.put('/branding', { ...MINE, accent: { light: offered[0], dark: offered[1] } }, seen(0));
    expect(again.status).toBe(200);
  });

  it('takes a picture as the logo and shows it to everybody, and nothing that is no picture', async () => {
    const sent = await admin.post('/branding/logos', pngOf(120, 40), OCTETS);
    const logo = sent.json<KeptLogo>();
    expect([sent.status, logo.width, logo.height]).toEqual([201, 120, 40]);
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>',
    );
    expect((await admin.post('/branding/logos', svg, OCTETS)).status).toBe(422);
    expect((await admin.post('/branding/logos', Buffer.alloc(600_000), OCTETS)).status).toBe(413);
    const other = 'a'.repeat(64);
    expect((await admin.put('/branding', { ...MINE, logoSha256: other }, seen(1))).status).toBe(422);
    const saved = await admin.put('/branding', { ...MINE, logoSha256: logo.sha256 }, seen(1));
    expect(saved.json<Branding>()).toMatchObject({ version: 2, name: MINE.name, accent: MINE.accent, logo });
    const shown = await t.anonymous.get('/branding/logo');
    expect([shown.status, shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
      ...[200, 'image/png', 'nosniff'],
    ]);
    // Whoever clears away files that nobody names leaves it.
    expect(await t.db.sql('select distinct f from used_files(array[$1]) f', [logo.sha256])).toHaveLength(1);
  });

  it('keeps what somebody else saved meanwhile, is undone, and is written down', async () => {
    expect((await admin.put('/branding', MINE, seen(1))).status).toBe(412);
    const undone = (await admin.post('/branding/undo', undefined, seen(2))).json<Branding>();
    expect(undone).toMatchObject({ version: 3, name: 'Roads Academy', logo: null, changedByName: 'Ada Stone' });
    expect((await t.anonymous.get('/branding/logo')).status).toBe(404);
    const events = await t.db.sql<{ action: string }>(
      `select action from audit_event where action like 'branding.%' order by at, id`,
    );
    expect(events.map(({ action }) => action)).toEqual(['branding.save', 'branding.save', 'branding.undo']);
  });

  it('is nobody else’s to change', async () => {
    const personId = await t.make.person();
    await t.make.grant({ personId, role: 'people-team' });
    const adviser = await t.as(personId);
    expect((await adviser.get('/branding')).status).toBe(403);
    expect((await adviser.put('/branding', MINE, seen(3))).status).toBe(403);
    expect((await adviser.post('/branding/logos', pngOf(2, 2), OCTETS)).status).toBe(403);
  });
});
