import type { Instance } from '../../../../tools/instance.mjs';
import { PASSWORD } from '../prepare.js';
import type { Random } from '../random.js';
import { ADVISER } from './prepare-people.js';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const PATIENCE_MS = 60_000;

interface Answered {
  status: number;
  body: Record<string, unknown>;
}

/** Moves people between the site and the office through the API, again and again until each change is acknowledged. */
export class PeopleChanger {
  acknowledged = 0;
  #token = '';

  constructor(
    private readonly instance: Instance,
    private readonly random: Random,
    private readonly engagementIds: readonly string[],
  ) {}

  async change(personOf: ReadonlyMap<string, string>): Promise<void> {
    const id = this.engagementIds[this.random.between(0, this.engagementIds.length - 1)] ?? '';
    const group = this.random.between(0, 1) === 0 ? 'site' : 'office';
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      if (await this.tryOnce(id, personOf.get(id) ?? '', group)) {
        this.acknowledged += 1;
        return;
      }
      await wait(150);
    }
    throw new Error(`The change of engagement ${id} was not acknowledged within a minute`);
  }

  private async tryOnce(id: string, personId: string, group: string): Promise<boolean> {
    const person = await this.ask('GET', `/people/${personId}`);
    if (person?.status !== 200) return false;
    const engagements = person.body['engagements'] as Record<string, unknown>[];
    const found = engagements.find((one) => one['id'] === id);
    if (!found) return false;
    if (found['employmentGroup'] === group) return true;
    const { organisationId, employeeNumber, jobRole, startsOn } = found;
    const body = { organisationId, employeeNumber, jobRole, startsOn, employmentGroup: group };
    const saved = await this.ask('PUT', `/engagements/${id}`, body, String(found['version']));
    return saved?.status === 200;
  }

  /** Undefined when nothing answered. */
  private async ask(method: string, path: string, body?: object, version?: string): Promise<Answered | undefined> {
    try {
      if (!this.#token) await this.signIn();
      const response = await fetch(`${this.instance.direct}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(version ? { 'if-match': `"${version}"` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(10_000),
      });
      if (response.status === 401) this.#token = '';
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      return undefined;
    }
  }

  private async signIn(): Promise<void> {
    const response = await fetch(`${this.instance.direct}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: ADVISER, password: PASSWORD }),
      signal: AbortSignal.timeout(10_000),
    });
    this.#token = ((await response.json()) as { accessToken?: string }).accessToken ?? '';
  }
}
