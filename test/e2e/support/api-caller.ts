import type { Engagement, Person } from '@lms/contracts';
import { expect } from '@playwright/test';
import type { Instance } from '../../../tools/instance.mjs';
import { DEMO_PASSWORD } from './sign-in.js';

export type Call = <T = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<T>;

/** Calls the API as somebody of the demonstration, as a program would: for what a journey needs and is not about. */
export async function callerOf(instance: Instance, name: string): Promise<Call> {
  const call: Call = async <T>(method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${instance.direct}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const credentials = { name, password: DEMO_PASSWORD };
  const { accessToken } = await call<{ accessToken: string }>('POST', '/auth/token', credentials);
  return (method, path, body, headers = {}) =>
    call(method, path, body, { authorization: `Bearer ${accessToken}`, ...headers });
}

/** The first person that a search by name finds, with their engagements. */
export async function findPerson(call: Call, name: string): Promise<Person> {
  const { items } = await call<{ items: { id: string }[] }>('GET', `/people?q=${encodeURIComponent(name)}`);
  return call<Person>('GET', `/people/${items[0]!.id}`);
}

/** Saves an engagement with some of it changed. */
export async function changeEngagement(call: Call, engagement: Engagement, changes: object): Promise<void> {
  const { id, version, organisationId, employeeNumber, employmentGroup, jobRole, lineManagerId, ...more } = engagement;
  const { workEmail, startsOn, endsOn, tags, schemes } = more;
  const body = {
    ...{ organisationId, employeeNumber, employmentGroup, jobRole, lineManagerId, workEmail, startsOn, endsOn, tags },
    schemeIds: schemes.map((scheme) => scheme.id),
    ...changes,
  };
  await call('PUT', `/engagements/${id}`, body, { 'if-match': `"${version}"` });
}
