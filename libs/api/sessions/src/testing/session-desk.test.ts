import type { PeopleBooked, SessionBookingPage, TrainingSession } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

export const today = londonDate(new Date());
export const AT = '2026-01-05T09:00:00Z';

/** A moment so many hours from now, on the minute. */
export const inHours = (hours: number): string =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000).toISOString();

/**
 * Dunmarsh with Larkstone below it, and Tollbar. Rosa coordinates Dunmarsh; Priya leads people there; Gareth and Gwen train;
 * Helen is of the People Team. A course that is recorded in person.
 */
export class SessionDesk {
  readonly organisations: Record<string, string> = {};
  readonly people: Record<string, string> = {};
  readonly engagements: Record<string, string> = {};
  readonly clients: Record<string, Client> = {};
  courseId = '';
  activityId = '';

  private planned = 0;

  private constructor(readonly t: TestApp) {}

  static async open(): Promise<SessionDesk> {
    const desk = new SessionDesk(await testApp());
    const { make } = desk.t;
    desk.organisations['Dunmarsh'] = await make.organisation({ name: 'Dunmarsh' });
    desk.organisations['Larkstone'] = await make.organisation({ name: 'Larkstone', parentId: desk.org('Dunmarsh') });
    desk.organisations['Tollbar'] = await make.organisation({ name: 'Tollbar' });
    await desk.worker('Rosa', 'Dunmarsh');
    await desk.worker('Priya', 'Dunmarsh');
    for (const name of ['Gareth', 'Gwen', 'Helen']) await desk.worker(name, 'Tollbar');
    await make.grant({ personId: desk.id('Rosa'), role: 'coordinator', organisationId: desk.org('Dunmarsh') });
    for (const name of ['Gareth', 'Gwen']) await make.grant({ personId: desk.id(name), role: 'trainer' });
    await make.grant({ personId: desk.id('Helen'), role: 'people-team' });
    [desk.courseId, desk.activityId] = await desk.course('Site induction');
    return desk;
  }

  stop = (): Promise<void> => this.t.stop();
  id = (name: string): string => this.people[name] ?? '';
  org = (name: string): string => this.organisations[name] ?? '';
  as = async (name: string): Promise<Client> => (this.clients[name] ??= await this.t.as(this.id(name)));

  async worker(
    name: string,
    organisation: string,
    given: { lead?: string; startsOn?: string; endsOn?: string } = {},
  ): Promise<string> {
    const personId = (this.people[name] ??= await this.t.make.person({ givenName: name, familyName: 'Worker' }));
    this.engagements[`${name} ${organisation}`] = await this.t.make.engagement({
      ...{ personId, organisationId: this.org(organisation), startsOn: given.startsOn, endsOn: given.endsOn },
      lineManagerId: given.lead ? this.id(given.lead) : undefined,
    });
    return personId;
  }

  /** Several who work there. */
  workers = async (organisation: string, ...names: string[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const name of names) ids.push(await this.worker(name, organisation));
    return ids;
  };

  /** A published course, done in person; answers it and its activity. */
  async course(title: string, others: string[] = []): Promise<[string, string]> {
    const courseId = await this.t.make.course({ title });
    const version = await this.t.make.courseVersion({ courseId, validityMonths: 12 });
    const activityId = uuid();
    for (const [at, [id, kind]] of [
      [activityId, 'in-person'] as const,
      ...others.map((k) => [uuid(), k] as const),
    ].entries())
      await this.t.db.sql(
        `insert into activity (id, lineage_id, course_version_id, position, kind, title, settings)
         values ($1, $1, $2, $3, $4, $5, case when $4 <> 'in-person' then '{}'::jsonb end)`,
        [id, version, at + 1, kind, title],
      );
    await this.t.make.publish(version);
    return [courseId, activityId];
  }

  plan(given: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      ...{ form: 'classroom', startsAt: inHours(72), endsAt: inHours(74), place: 'M40 Compound', note: 'Bring boots' },
      ...{ trainerIds: [this.id('Gareth')], capacity: null, organisationIds: [], joinUrl: null },
      ...given,
    };
  }

  /** Planned by Helen, each when the one before is over; answers its id. */
  async session(given: Record<string, unknown> = {}): Promise<string> {
    const id = uuid();
    this.planned += 3;
    const own = { startsAt: inHours(72 + this.planned), endsAt: inHours(74 + this.planned) };
    const answer = await (
      await this.as('Helen')
    ).post('/sessions', { id, activityId: this.activityId, ...this.plan({ ...own, ...given }) });
    if (answer.status !== 201) throw new Error(answer.body);
    return id;
  }

  book = async (by: string, sessionId: string, personIds: string[], more: object = {}): Promise<Answer> =>
    (await this.as(by)).post(`/sessions/${sessionId}/bookings`, { key: uuid(), personIds, ...more });

  /** What became of each, in words. */
  outcomes = (answer: Answer): string[] =>
    answer.json<PeopleBooked>().items.map(({ outcome, turn }) => (turn === null ? outcome : `${outcome} ${turn}`));

  one = async (by: string, sessionId: string): Promise<TrainingSession> =>
    (await (await this.as(by)).get(`/sessions/${sessionId}`)).json<TrainingSession>();

  /** Who is booked, as somebody reads it: name, state and turn. */
  async list(by: string, sessionId: string): Promise<string[]> {
    const answer = await (await this.as(by)).get(`/sessions/${sessionId}/bookings?limit=100`);
    const first = (name: string) => name.split(' ')[0] ?? '';
    return answer
      .json<SessionBookingPage>()
      .items.map(({ name, state, turn }) => [first(name), state, ...(turn === null ? [] : [turn])].join(' '));
  }

  bookingOf = async (name: string, sessionId: string): Promise<string> =>
    (
      await this.t.db.sql<{ id: string }>(
        `select id from session_booking where session_id = $1 and person_id = $2 order by queue desc limit 1`,
        [sessionId, this.id(name)],
      )
    )[0]?.id ?? '';

  /** As if the session had begun so many minutes ago. */
  begun = (sessionId: string, minutes = 5): Promise<unknown> =>
    this.t.db.sql(
      `update training_session set ends_at = now() + (ends_at - starts_at) - make_interval(mins => $2), starts_at = now() - make_interval(mins => $2) where id = $1`,
      [sessionId, minutes],
    );

  day = (days: number): string => addDays(today, days);
}
