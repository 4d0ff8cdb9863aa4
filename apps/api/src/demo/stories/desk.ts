import type { INestApplicationContext } from '@nestjs/common';
import { Actors, type Ctx, Sql } from '@lms/api-platform';
import type { Alliance } from '@lms/demo';
import { addDays, type LocalDate } from '@lms/domain';
import { derivedId } from '../derived-id.js';
import type { StoryClock } from './story-clock.js';
import { knownUntil, type Owed, whoThereIs } from './who-there-is.js';

/** The parts that people have in the demonstration. */
export const PARTS = {
  helen: 'People Team',
  daniel: 'People Team, second approver',
  priya: 'Line manager',
  tom: 'Supplier coordinator',
} as const;
export type Teller = keyof typeof PARTS;

type Token<T> = abstract new (...given: never[]) => T;

/** Where stories are told: who acts, whom it can be about, and what day it is. */
export class Desk {
  /** Nobody has two stories. */
  private readonly told = new Set<string>();

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: StoryClock,
    private readonly alliance: Alliance,
    private readonly owed: readonly Owed[],
    private readonly known: ReadonlyMap<string, Date>,
  ) {}

  static async at(app: INestApplicationContext, clock: StoryClock, alliance: Alliance): Promise<Desk> {
    const { keepId, mergeId } = alliance.mergedPair ?? {};
    const named = [...alliance.demoAccounts.map(({ personId }) => personId), keepId, mergeId].filter(
      (id) => id !== undefined,
    );
    const managerId = alliance.demoAccounts.find(({ role }) => role === PARTS.priya)?.personId ?? '';
    const { today } = alliance;
    const sql = app.get(Sql, { strict: false });
    return new Desk(app, clock, alliance, await whoThereIs(sql, { named, managerId, today }), await knownUntil(sql));
  }

  /** A use case or a service of the product. */
  get<T>(token: Token<T>): T {
    return this.app.get<T>(token, { strict: false });
  }

  rows<T extends object>(name: string, text: string, values: readonly unknown[]): Promise<T[]> {
    return this.get(Sql).rows<T>(`demo-${name}`, text, [...values]);
  }

  /** Days from today of the demonstration, whatever day a story is told on. */
  day(days: number): LocalDate {
    return addDays(this.alliance.today, days);
  }

  idOf(teller: Teller): string {
    const account = this.alliance.demoAccounts.find(({ role }) => role === PARTS[teller]);
    if (!account) throw new Error(`Nobody is ${PARTS[teller]}`);
    return account.personId;
  }

  course(code: string): string {
    const course = this.alliance.courses.find((one) => one.code === code);
    if (!course) throw new Error(`There is no course ${code}`);
    return course.id;
  }

  organisation(name: string): string {
    const organisation = this.alliance.organisations.find((one) => one.name === name);
    if (!organisation) throw new Error(`There is no organisation ${name}`);
    return organisation.id;
  }

  as(teller: Teller): Promise<Ctx> {
    return this.asPerson(this.idOf(teller));
  }

  async asPerson(personId: string): Promise<Ctx> {
    const actor = await this.get(Actors).of(personId);
    if (!actor) throw new Error(`${personId} may not act`);
    const now = this.clock.now();
    return { actor, today: this.clock.today(), now, requestId: derivedId('story', personId, now.getTime()) };
  }

  /** Whether all that the seeds know of somebody is older than the moment of the story. */
  isQuiet(personId: string): boolean {
    const until = this.known.get(personId);
    return until === undefined || until < this.clock.now();
  }

  /**
   * Somebody of whom nothing was told yet, and who owes something that stands as it does since before the moment of the story.
   * Whom the first test suits, else the next.
   */
  choose(...tests: readonly ((owed: Owed) => boolean)[]): Owed | undefined {
    const now = this.clock.now();
    const left = this.owed.filter(({ personId, since }) => !this.told.has(personId) && since < now);
    const found = tests
      .values()
      .map((fits) => left.find(fits))
      .find((one) => one !== undefined);
    if (found) this.told.add(found.personId);
    return found;
  }
}
