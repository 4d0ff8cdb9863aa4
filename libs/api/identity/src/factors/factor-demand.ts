import { Injectable } from '@nestjs/common';
import { Configuration, type Gate } from '@lms/api-platform';
import type { Role } from '@lms/domain';

/** Whose powers ask for more than a password. */
const DEMANDING: readonly Role[] = ['people-team', 'administrator'];

/** What a session still lacks before it opens anything. */
@Injectable()
export class FactorDemand {
  constructor(private readonly configuration: Configuration) {}

  of(roles: readonly Role[]): boolean {
    return this.configuration.secondFactor && roles.some((role) => DEMANDING.includes(role));
  }

  /** Whoever has a second factor is asked for it, whether it was demanded or not. */
  gate(session: { roles: readonly Role[]; hasFactor: boolean; confirmed: boolean }): Gate | null {
    if (session.confirmed && session.hasFactor) return null;
    if (session.hasFactor) return 'second-factor';
    return this.of(session.roles) ? 'set-up-second-factor' : null;
  }
}
