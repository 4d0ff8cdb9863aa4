import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommitResult, OpenedActivity, PersonRecord, Problem, SurveyAnswers, SurveyResults } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { surveyCourse, type SurveyCourse } from '../../../../../test/http/assessment-courses.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

describe('a survey', () => {
  let t: TestApp;
  let named: SurveyCourse;
  let anonymous: SurveyCourse;
  let author: Client;
  let team: Client;

  beforeAll(async () => {
    t = await testApp();
    const person = async (role: string) => {
      const id = await t.make.person();
      await t.make.grant({ personId: id, role });
      return t.as(id);
    };
    [author, team] = [await person('author'), await person('people-team')];
    [named, anonymous] = [await surveyCourse(t, false), await surveyCourse(t, true)];
  });
  afterAll(() => t.stop());

  /** Somebody who owes the course and has opened it. */
  async function learner(course: SurveyCourse, givenName = 'Aisha') {
    const personId = await t.make.person({ givenName, familyName: 'Karim' });
    await course.assign(personId);
    const client = await t.as(personId);
    const opened = (await client.post(`/my/activities/${course.activityId}/open`)).json<OpenedActivity>();
    const send = (answers: SurveyAnswers) => client.post(`/my/attempts/${opened.attemptId}/survey`, { answers });
    return { personId, client, opened, send };
  }
  /** What everybody has to answer, and perhaps a text. */
  function answersTo(
    { questions: [single, , scale, , text] }: SurveyCourse,
    choice: number,
    point: number,
    words = '',
  ) {
    const choices = single?.body.type === 'single' ? single.body.choices : [];
    const answers: SurveyAnswers = { [single!.id]: { choice: choices[choice]!.id }, [scale!.id]: { scale: point } };
    return words ? { ...answers, [text!.id]: { text: words } } : answers;
  }
  const results = async (course: SurveyCourse, query = '') =>
    (await author.get(`/activities/${course.activityId}/survey-results${query}`)).json<SurveyResults>();

  it('is completed by sending it once; the first answers count', async () => {
    const { personId, client, opened, send } = await learner(named);
    expect(opened.settings).toMatchObject({ kind: 'survey', anonymous: false });
    const sent = await send(answersTo(named, 0, 5, 'All well'));
    expect([sent.status, sent.json<CommitResult>()]).toEqual([
      200,
      expect.objectContaining({ activityDone: true, courseDone: true }),
    ]);
    expect((await send(answersTo(named, 1, 1))).json<CommitResult>()).toMatchObject({ activityDone: true });
    const record = (await client.get('/my/record')).json<PersonRecord>();
    expect(record.completions.map(({ courseId }) => courseId)).toEqual([named.courseId]);
    expect(
      await t.db.sql('select count(*)::int as n from survey_answer where attempt_id = $1', [opened.attemptId]),
    ).toEqual([{ n: 1 }]);
    expect(await results(named)).toMatchObject({ sheets: 1, waiting: 0, questions: { 4: { texts: ['All well'] } } });
    const [own] = await t.db.sql<{ row: unknown }>(`select person_data('survey_answer', $1) as row`, [[personId]]);
    expect(own?.row).toMatchObject({
      'Your answers': [
        { question: 'Question 1', answer: 'Pay' },
        { question: 'Question 3', answer: '5' },
        { question: 'Question 5', answer: 'All well' },
      ],
    });
  });

  it('says beside each question what cannot be sent, and keeps nothing', async () => {
    const { send } = await learner(named);
    const [first, second, third] = named.questions.map(({ id }) => id);
    const refused = await send({ [second!]: { scale: 3 } });
    expect(refused.status).toBe(422);
    expect(refused.json<Problem>().fields?.map(({ path }) => path)).toEqual(
      [first, second, third].map((id) => `answers.${id}`),
    );
    expect((await results(named)).sheets).toBe(1);
  });

  it('is nobody else’s to send, and nothing but a survey', async () => {
    const { opened } = await learner(named);
    const other = await t.as(await t.make.person());
    expect((await other.post(`/my/attempts/${opened.attemptId}/survey`, { answers: {} })).status).toBe(404);
    expect((await other.post(`/my/attempts/${uuid()}/survey`, { answers: {} })).status).toBe(404);
    expect((await other.get(`/activities/${named.activityId}/survey-results`)).status).toBe(403);
  });

  it('keeps anonymous answers without anything that leads to a person, and shows them five at once', async () => {
    const people: string[] = [];
    for (let n = 1; n <= 4; n += 1) {
      const { personId, send } = await learner(anonymous);
      people.push(personId);
      expect((await send(answersTo(anonymous, 0, n, `Words of ${n}`))).json<CommitResult>().courseDone).toBe(true);
    }
    expect(await results(anonymous)).toMatchObject({ anonymous: true, sheets: 0, waiting: 4 });
    expect(JSON.stringify(await results(anonymous))).not.toContain('Words of');
    // Each that comes writes all of them anew: no row's transaction is the one in which somebody else was done.
    const writers = await t.db.sql<{ waiting: string; done: string[] }>(
      `select w.xmin::text as waiting, (select array_agg(a.xmin::text) from attempt a where a.person_id = any ($1)) as done
       from survey_waiting w`,
      [people.slice(0, 3)],
    );
    expect(new Set(writers.map(({ waiting }) => waiting)).size).toBe(1);
    expect(writers[0]?.done).not.toContain(writers[0]?.waiting);
    const fifth = await learner(anonymous);
    await fifth.send(answersTo(anonymous, 2, 5, 'Words of 5'));
    people.push(fifth.personId);
    const shown = await results(anonymous);
    expect(shown).toMatchObject({ sheets: 5, waiting: 0 });
    expect(shown.questions[2]?.counts).toEqual({ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 });
    expect(shown.questions[4]?.texts.toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `Words of ${n}`));
    await (await learner(anonymous)).send(answersTo(anonymous, 1, 1));
    expect(await results(anonymous)).toMatchObject({ sheets: 5, waiting: 1 });
    // No column of the answers holds a person, an attempt, or a time finer than a day.
    const columns = await t.db.sql<{ type: string }>(
      `select distinct data_type as type from information_schema.columns where table_name in ('survey_waiting', 'survey_anonymous_answer')`,
    );
    expect(columns.map(({ type }) => type).sort()).toEqual(['date', 'jsonb', 'uuid']);
    const rows = await t.db.sql<{ row: string }>(
      `select to_jsonb(x)::text as row from survey_anonymous_answer x union all select to_jsonb(w)::text from survey_waiting w`,
    );
    const attempts = await t.db.sql<{ id: string }>('select id from attempt where person_id = any ($1)', [people]);
    for (const { row } of rows)
      for (const id of [...people, ...attempts.map((a) => a.id)]) expect(row).not.toContain(id);
    // Nor does a row's id: it is by chance.
    for (const { row } of rows) expect(row).toMatch(/"id": "[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const [told] = await t.db.sql<{ n: number }>(`select count(*)::int as n from person_data('survey_answer', $1)`, [
      people,
    ]);
    expect(told?.n).toBe(0);
  });

  it('counts once each when many send at the same moment', async () => {
    const course = await surveyCourse(t, true);
    const all = await Promise.all(Array.from({ length: 12 }, () => learner(course)));
    await Promise.all(all.flatMap(({ send }, n) => [send(answersTo(course, n % 3, 3)), send(answersTo(course, 0, 1))]));
    const shown = await results(course);
    expect([shown.sheets + shown.waiting, shown.sheets % 5]).toEqual([12, expect.any(Number)]);
    expect([shown.sheets, shown.waiting]).toEqual([10, 2]);
  });

  it('is read by version and by days, and as a file', async () => {
    const day =
      (await t.db.sql<{ day: string }>('select max(answered_on)::text as day from survey_answer'))[0]?.day ?? '';
    expect(await results(named, `?version=1&from=${day}&to=${day}`)).toMatchObject({ sheets: 1 });
    expect(await results(named, '?to=2020-01-01')).toMatchObject({ sheets: 0, questions: { 0: { answered: 0 } } });
    expect(await results(named, '?version=2')).toMatchObject({ sheets: 0, questions: [] });
    expect((await author.get(`/activities/${named.activityId}/survey-results?from=2026-02-30`)).status).toBe(400);
    const file = await author.get(`/activities/${named.activityId}/survey-results.csv`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain('"Question 1","1","Pay","1"');
    expect(file.body).toContain('"Question 5","1","All well","1"');
    expect(file.body).not.toContain('Karim');
  });

  it('tells names only where it asked with names, and only the People Team', async () => {
    expect((await author.get(`/activities/${named.activityId}/survey-names.csv`)).status).toBe(403);
    const file = await team.get(`/activities/${named.activityId}/survey-names.csv`);
    expect(file.body).toContain('"Name","Version","Day","Question 1"');
    expect(file.body).toContain('"Aisha Karim","1"');
    expect((await team.get(`/activities/${anonymous.activityId}/survey-names.csv`)).body).not.toContain('Karim');
  });

  it('loses what was typed with an erased person, and keeps what is counted', async () => {
    const { personId, send } = await learner(named, 'Zebedee');
    await send(answersTo(named, 1, 2, 'Call me on 07700 900123'));
    const before = await results(named);
    await t.db.sql('select erase_rows($1, $2, $3)', [[personId], '2026-11-23', '2026-11-23T09:00:00Z']);
    const after = await results(named);
    expect(after.questions[4]?.texts).toEqual(['All well']);
    expect([after.sheets, after.questions[2]?.counts]).toEqual([before.sheets, before.questions[2]?.counts]);
  });
});
