import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from './dates.js';
import { generateAlliance } from './generate.js';
import type { Alliance } from './types.js';

const today = '2026-11-23';
const seed = 'demo';
const unique = (values: readonly unknown[]): number => new Set(values).size;

describe('the demonstration Alliance', () => {
  let alliance: Alliance;
  beforeAll(() => {
    alliance = generateAlliance({ seed, today });
  });

  it('has seven members, suppliers in two tiers and three schemes', () => {
    const { organisations, schemes } = alliance;
    expect(organisations.filter(({ kind }) => kind === 'client')).toHaveLength(1);
    expect(organisations.filter(({ kind }) => kind === 'partner')).toHaveLength(6);
    const suppliers = organisations.filter(({ kind }) => kind === 'supplier');
    expect(suppliers.length).toBeGreaterThanOrEqual(12);
    const partners = new Set(organisations.filter(({ kind }) => kind === 'partner').map(({ id }) => id));
    const tier1 = new Set(suppliers.filter(({ parentId }) => parentId === null).map(({ id }) => id));
    for (const { parentId, sponsorId } of suppliers) {
      if (parentId === null) expect(partners).toContain(sponsorId);
      else expect(tier1).toContain(parentId);
    }
    expect(suppliers.length).toBeGreaterThan(tier1.size);
    expect(schemes.map(({ name }) => name)).toEqual(['M40/M42 Interchange', 'NEAR', 'SVD Retrofit']);
  });

  it('has one human being under two entries, of whom only one works now', () => {
    const { people, engagements } = alliance;
    const { keepId, mergeId } = alliance.mergedPair!;
    const [keep, other] = [keepId, mergeId].map((id) => people.find((person) => person.id === id)!);
    expect([keep?.phone, keep?.familyName]).toEqual([other?.phone, 'Drăgan']);
    expect(engagements.filter(({ personId }) => personId === mergeId).every(({ endsOn }) => endsOn !== null)).toBe(
      true,
    );
    expect(engagements.filter(({ personId }) => personId === keepId).some(({ endsOn }) => endsOn === null)).toBe(true);
  });
  it('has 1,800 people with sign-in names, employee numbers and ids of their own', () => {
    const { people, engagements } = alliance;
    expect(people).toHaveLength(1800);
    expect(unique(people.map(({ signInName }) => signInName))).toBe(1800);
    expect(unique(people.map(({ givenName, familyName }) => `${givenName} ${familyName}`))).toBeGreaterThan(1750);
    expect(unique(engagements.map((e) => `${e.organisationId} ${e.employeeNumber}`))).toBe(engagements.length);
    const mail = engagements.flatMap(({ workEmail }) => workEmail ?? []);
    expect(unique(mail)).toBe(mail.length);
    const ids = [
      ...people,
      ...engagements,
      ...alliance.organisations,
      ...alliance.courses,
      ...alliance.courses.flatMap(({ versions }) => versions),
      ...alliance.courses.flatMap(({ versions }) => versions.flatMap(({ activities }) => activities)),
      ...alliance.assignments,
      ...alliance.enrolments,
      ...alliance.openAttempts,
      ...alliance.grants,
    ].map(({ id }) => id);
    expect(unique(ids)).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('leaves a third of the operatives without an e-mail address, with a username instead', () => {
    const operatives = new Set(
      alliance.engagements.filter((e) => ['site', 'driver'].includes(e.employmentGroup)).map((e) => e.personId),
    );
    const people = alliance.people.filter(({ id }) => operatives.has(id));
    const without = people.filter(({ contactEmail }) => contactEmail === null);
    expect(without.length / people.length).toBeGreaterThan(0.3);
    expect(without.length / people.length).toBeLessThan(0.4);
    for (const { signInName } of without) expect(signInName).toMatch(/^[a-z0-9.-]+$/);
  });

  it('has planned starters, leavers, people who came back and people engaged twice', () => {
    const { engagements } = alliance;
    const planned = engagements.filter(({ startsOn }) => startsOn > today);
    expect(planned).toHaveLength(30);
    for (const { startsOn } of planned) expect(startsOn <= addDays(today, 21)).toBe(true);
    expect(engagements.filter(({ endsOn }) => endsOn !== null && endsOn < today)).toHaveLength(60);
    const twice = [...Map.groupBy(engagements, ({ personId }) => personId).values()].filter(({ length }) => length > 1);
    expect(twice.filter(([first]) => first!.endsOn === null)).toHaveLength(15);
    expect(twice.filter(([first, second]) => first!.endsOn !== null && second!.startsOn > first!.endsOn)).toHaveLength(
      15,
    );
    for (const { startsOn, endsOn } of engagements) expect(endsOn === null || endsOn > startsOn).toBe(true);
  });

  it('has line managers in the same organisation, three or four levels deep, in no circle', () => {
    const managers = new Map(alliance.engagements.map((e) => [`${e.organisationId} ${e.personId}`, e.lineManagerId]));
    const depths = alliance.engagements.map(({ organisationId, personId }) => {
      let depth = 1;
      for (let at: string | null = personId; at; depth += 1) {
        const next: string | null | undefined = managers.get(`${organisationId} ${at}`);
        if (next === undefined || depth > 10) throw new Error(`${at} is not of ${organisationId}, or manages itself`);
        if (next === null) return depth;
        at = next;
      }
      return depth;
    });
    expect(Math.max(...depths)).toBe(4);
    expect(depths.filter((depth) => depth >= 3).length).toBeGreaterThan(1650);
  });

  it('refers only to things that exist', () => {
    const known = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
    const people = known(alliance.people);
    const courses = known(alliance.courses);
    const versions = known(alliance.courses.flatMap((course) => course.versions));
    const activities = known(alliance.courses.flatMap((c) => c.versions.flatMap((version) => version.activities)));
    const steps = known(alliance.paths.flatMap(({ version }) => version.stages.flatMap((stage) => stage.steps)));
    const engagements = known(alliance.engagements);
    const enrolments = known(alliance.enrolments);
    const schemes = known(alliance.schemes);
    const organisations = known(alliance.organisations);
    const missing = [
      ...alliance.engagements.filter((e) => !people.has(e.personId) || !organisations.has(e.organisationId)),
      ...alliance.engagements.filter((e) => e.schemeIds.some((id) => !schemes.has(id))),
      ...alliance.grants.filter((g) => !people.has(g.personId)),
      ...alliance.completions.filter((c) => !people.has(c.personId) || !versions.has(c.courseVersionId)),
      ...alliance.completions.filter((c) => c.recordedById !== null && !people.has(c.recordedById)),
      ...alliance.courses.filter((c) => !people.has(c.ownerId)),
      ...alliance.enrolments.filter((e) => !engagements.has(e.engagementId)),
      ...alliance.enrolments.flatMap((e) => e.steps.filter((s) => !steps.has(s.stepId) || !courses.has(s.courseId))),
      ...alliance.assignments.filter((a) => !people.has(a.personId) || !courses.has(a.courseId)),
      ...alliance.assignments.filter((a) => a.reason.enrolmentId !== null && !enrolments.has(a.reason.enrolmentId)),
      ...alliance.openAttempts.filter((a) => !activities.has(a.activityId) || !people.has(a.personId)),
      ...alliance.paths.flatMap((p) =>
        p.version.stages.flatMap((s) => s.steps.filter((t) => !courses.has(t.courseId))),
      ),
    ];
    expect(missing).toEqual([]);
    expect(unique(alliance.assignments.map((a) => `${a.personId} ${a.courseId}`))).toBe(alliance.assignments.length);
  });

  it('has one published version of every course, written and approved by two people', () => {
    expect(unique(alliance.courses.map(({ code }) => code))).toBe(31);
    for (const { versions } of alliance.courses) {
      expect(versions.filter(({ state }) => state === 'published')).toEqual([versions.at(-1)]);
      for (const version of versions) {
        expect(version.approvedById).not.toBe(version.submittedById);
        expect(version.activities.length).toBeGreaterThan(0);
      }
    }
  });

  it('records every completion within an engagement, never after today, in order', () => {
    const { completions } = alliance;
    expect(completions.length).toBeGreaterThan(12_000);
    expect(completions.length).toBeLessThan(18_000);
    const engagements = Map.groupBy(alliance.engagements, ({ personId }) => personId);
    const outside = completions.filter(({ personId, completedOn }) =>
      engagements
        .get(personId)!
        .every(({ startsOn, endsOn }) => completedOn < addDays(startsOn, -7) || completedOn > (endsOn ?? today)),
    );
    expect(outside).toEqual([]);
    expect(completions.filter(({ completedOn, at }) => completedOn > today || at.slice(0, 10) < completedOn)).toEqual(
      [],
    );
    const last = new Map<string, string>();
    let person = '';
    for (const { personId, at } of completions) {
      if (personId !== person) expect(last.has(personId)).toBe(false);
      expect((last.get(personId) ?? '') <= at).toBe(true);
      last.set(personId, at);
      person = personId;
    }
  });

  it('has sessions to come, one full with people waiting and one that was held', () => {
    const { sessions } = alliance;
    const people = new Set(alliance.people.map(({ id }) => id));
    const engaged = new Map(alliance.engagements.map((e) => [e.id, e]));
    expect(sessions.map(({ held, startsAt }) => held === startsAt < `${today}T12:00:00.000Z`)).not.toContain(false);
    expect(sessions.filter(({ held }) => held)).toHaveLength(1);
    expect(sessions.filter(({ capacity, bookings }) => capacity !== null && bookings.length > capacity)).toHaveLength(
      1,
    );
    for (const { bookings, trainerIds, startsAt } of sessions) {
      expect(bookings.length).toBeGreaterThan(1);
      expect(unique(bookings.map(({ personId }) => personId))).toBe(bookings.length);
      for (const { personId, engagementId } of bookings) {
        expect([people.has(personId), trainerIds.includes(personId)]).toEqual([true, false]);
        expect(engaged.get(engagementId)).toMatchObject({ personId });
        expect((engaged.get(engagementId)?.startsOn ?? '') <= startsAt).toBe(true);
      }
    }
  });

  it('owes what is missing or ends soon, and shows every standing', () => {
    const { assignments, completions } = alliance;
    const latest = new Map(completions.map((c) => [`${c.personId} ${c.courseId}`, c]));
    const soon = addDays(today, 60);
    for (const { personId, courseId } of assignments) {
      const held = latest.get(`${personId} ${courseId}`);
      expect(held === undefined || (held.validUntil !== null && held.validUntil <= soon)).toBe(true);
    }
    const state = (a: (typeof assignments)[number]): string => {
      const validUntil = latest.get(`${a.personId} ${a.courseId}`)?.validUntil;
      if (validUntil && validUntil >= today) return 'expiring';
      if (validUntil) return 'expired';
      return a.dueOn < today ? 'overdue' : 'not started';
    };
    const counts = Map.groupBy(assignments, state);
    for (const name of ['expiring', 'expired', 'overdue', 'not started']) {
      expect(counts.get(name)?.length ?? 0).toBeGreaterThan(25);
    }
    const current = new Set(alliance.engagements.filter((e) => (e.endsOn ?? today) >= today).map((e) => e.personId));
    const troubled = (counts.get('expired')?.length ?? 0) + (counts.get('overdue')?.length ?? 0);
    expect(troubled / current.size).toBeLessThan(0.25);
  });

  it('has cards that wait and cards that came back, none checked by its holder or sender', () => {
    const { evidence, practicalRequests, completions } = alliance;
    expect(evidence.filter(({ returned }) => returned === null).length).toBeGreaterThanOrEqual(8);
    expect(evidence.filter(({ returned }) => returned !== null).length).toBeGreaterThanOrEqual(2);
    for (const { returned, personId, submittedById, at, issuedOn, expiresOn } of evidence) {
      expect([personId, submittedById]).not.toContain(returned?.byId);
      expect(issuedOn <= at.slice(0, 10) && at.slice(0, 10) < today && (expiresOn ?? '9') > today).toBe(true);
    }
    expect(practicalRequests).toHaveLength(3);
    expect(new Set(completions.map(({ source }) => source))).toEqual(
      new Set(['attempt', 'manual', 'import', 'practical', 'evidence']),
    );
  });

  it('has one account for every part, with the newcomer part-way along the path', () => {
    expect(unique(alliance.demoAccounts.map(({ role }) => role))).toBe(10);
    const aisha = alliance.demoAccounts.find(({ name }) => name === 'Aisha Karim')!;
    expect(aisha.signInName).toBe('aisha.karim');
    const [engagement] = alliance.engagements.filter(({ personId }) => personId === aisha.personId);
    expect(engagement!.startsOn).toBe(addDays(today, 7));
    const history = alliance.completions.filter(({ personId }) => personId === aisha.personId);
    expect(history.map(({ courseCode }) => courseCode)).toEqual(['SITE-201']);
    const begun = alliance.openAttempts.filter(({ personId }) => personId === aisha.personId);
    expect(begun.map(({ elements }) => elements['cmi.core.lesson_location'])).toEqual(['signs-before-cones']);
    const owed = alliance.assignments.filter(({ personId }) => personId === aisha.personId);
    expect(owed.map(({ courseCode }) => courseCode)).toEqual(['SITE-205', 'SITE-203', 'SITE-202', 'SITE-207']);
  });

  it('is the same for the same seed and day, another for another seed', () => {
    const again = generateAlliance({ seed, today });
    expect(JSON.stringify(again)).toBe(JSON.stringify(alliance));
    expect(generateAlliance({ seed: 'other', today }).people[5]).not.toEqual(alliance.people[5]);
  });
});

it.each(['2027-02-28', '2028-02-29', '2026-03-29', '2031-12-31'])('is whole on %s too', (day) => {
  const alliance = generateAlliance({ seed: 7, today: day });
  expect(alliance.people).toHaveLength(1800);
  expect(alliance.completions.filter(({ completedOn, at }) => completedOn > day || at.slice(0, 10) > day)).toEqual([]);
});
