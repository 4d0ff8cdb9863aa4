import { Injectable } from '@nestjs/common';
import { FirstAdministrator } from './first-administrator.js';
import { Passwords } from './passwords/passwords.js';
import { ResetByCommand } from './support/reset-by-command.js';

/** What the command line may ask of identity. */
@Injectable()
export class IdentityFacade {
  constructor(
    private readonly first: FirstAdministrator,
    private readonly passwords: Passwords,
    private readonly resetByCommand: ResetByCommand,
  ) {}

  createAdministrator(given: {
    givenName: string;
    familyName: string;
    email: string;
  }): Promise<{ url: string; expiresAt: Date }> {
    return this.first.run(given);
  }

  /** Takes away somebody's second factor; answers their name, null when there was none to take. */
  resetSecondFactor(signInName: string): Promise<string | null> {
    return this.resetByCommand.run(signInName);
  }

  /** For demonstration data only: one hash can serve many accounts. */
  hashPassword(password: string): Promise<string> {
    return this.passwords.hash(password);
  }
}
