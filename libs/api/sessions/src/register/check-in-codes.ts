import { Conflict, Secrets } from '@lms/api-platform';
import { type CheckInTimes, checkInTimes, codeDigits, codeEnds, codeNumber, codesThatCount } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import type { LockedSession } from '../shared/lock-session.js';

/** The digits that a trainer's screen shows: nobody can work them out, and every process knows the same. */
@Injectable()
export class CheckInCodes {
  constructor(private readonly secrets: Secrets) {}

  now(sessionId: string, at: Date): { code: string; changesAt: Date } {
    const number = codeNumber(at.getTime());
    return { code: this.digits(sessionId, number), changesAt: new Date(codeEnds(number)) };
  }

  counts(sessionId: string, code: string, at: Date): boolean {
    return codesThatCount(at.getTime()).some((number) => this.digits(sessionId, number) === code);
  }

  private digits(sessionId: string, number: number): string {
    return codeDigits(this.secrets.mac('session-code', `${sessionId} ${number}`));
  }
}

/** While the session is planned, from half an hour before it until half an hour after it. Answers until when. */
export function assertCheckInOpen(session: LockedSession, now: Date): Date {
  const { opensAt, closesAt } = timesOf(session);
  if (session.state !== 'planned' || now.getTime() < opensAt || now.getTime() > closesAt)
    throw new Conflict('check-in-closed', 'Nobody can sign in by code now.');
  return new Date(closesAt);
}

export const timesOf = ({ startsAt, endsAt }: Pick<LockedSession, 'startsAt' | 'endsAt'>): CheckInTimes =>
  checkInTimes({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() });

/** From half an hour before the session until somebody closes it. */
export function assertRegisterOpen(session: LockedSession, now: Date): void {
  if (session.state === 'held') throw new Conflict('register-closed', 'The register is closed.');
  assertNotCancelled(session);
  if (now.getTime() < timesOf(session).opensAt)
    throw new Conflict('register-not-open', 'The register opens half an hour before the session.');
}

export function assertNotCancelled({ state }: Pick<LockedSession, 'state'>): void {
  if (state === 'cancelled') throw new Conflict('cancelled', 'It was cancelled.');
}
