import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MadeBodies, type Schema, spoiled } from './made-bodies.js';
import { type Client, testApp, type TestApp } from './test-app.js';

interface Operation {
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}
const UNKNOWN = '019bb1f0-0000-7000-8000-000000000000';
const WRITES = ['post', 'put', 'patch', 'delete'];

describe('a body that is nearly right', () => {
  let t: TestApp;
  let everything: Client;
  const known: Record<string, string> = {};
  beforeAll(async () => {
    t = await testApp();
    const person = await t.make.person();
    for (const role of ['people-team', 'author', 'trainer', 'administrator'])
      await t.make.grant({ personId: person, role });
    everything = await t.as(person);
    known['person'] = known['people'] = await t.make.person();
    known['organisation'] = await t.make.organisation();
    known['scheme'] = await t.make.scheme();
    known['course'] = await t.make.course();
    known['course-version'] = await t.make.courseVersion({ courseId: known['course'] });
    known['engagement'] = await t.make.engagement({
      ...{ personId: known['person'], organisationId: known['organisation'], startsOn: '2026-01-05' },
    });
  });
  afterAll(() => t.stop());

  /** The id of something that exists, by what it is called in an address or a body. */
  const idOf = (name: string): string => {
    const word = name.replace(/Ids?$/, '').replace(/s$/, '').toLowerCase();
    return known[word] ?? (/manager|trainer|recipient|buddy|keep|merge/.test(word) ? (known['person'] ?? '') : UNKNOWN);
  };

  it('is never a fault of the server, whichever of its values is hard to store or to count with', async () => {
    const { paths, components } = (await t.anonymous.get('/openapi.json')).json<{
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, Schema> };
    }>();
    const bodies = new MadeBodies(components.schemas, idOf);
    const faults: string[] = [];
    let sent = 0;
    for (const [path, methods] of Object.entries(paths))
      for (const method of WRITES) {
        const schema = methods[method]?.requestBody?.content?.['application/json']?.schema;
        // Signing in and out is what another test goes through: it would end this one's session.
        if (!schema || /\/v1\/(auth|me)\b/.test(path)) continue;
        const url = path
          .replace(/([\w-]+)\/\{\w+\}/g, (_, thing: string) => `${thing}/${idOf(thing)}`)
          .replace(/\{\w+\}/g, UNKNOWN);
        for (const body of bodies.all(schema).flatMap((each) => [each, ...spoiled(each)])) {
          const answer = await call(method, url, body);
          sent += 1;
          if (answer.status >= 500) faults.push(`${method} ${url} ${JSON.stringify(body).slice(0, 300)}`);
          if (answer.status >= 400 && !String(answer.headers['content-type']).includes('problem+json'))
            faults.push(`no problem: ${method} ${url}`);
        }
      }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(500);
  });

  const call = (method: string, url: string, body: unknown) => {
    const headers = { 'if-match': '"1"' };
    if (method === 'put') return everything.put(url, body, headers);
    return everything.post(url, body, headers);
  };
});
