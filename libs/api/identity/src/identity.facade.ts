import { Injectable } from '@nestjs/common';
import { FirstAdministrator } from './first-administrator.js';
import { Passwords } from './passwords/passwords.js';

/** What the command line may ask of identity. */
@Injectable()
export class IdentityFacade {
  constructor(
    private readonly first: FirstAdministrator,
    private readonly passwords: Passwords,
  ) {}

  createAdministrator(given: {
    givenName: string;
    familyName: string;
    email: string;
  }): Promise<{ url: string; expiresAt: Date }> {
    return this.first.run(given);
  }

  /** For demonstration data only: one hash can serve many accounts. */
  hashPassword(password: string): Promise<string> {
    return this.passwords.hash(password);
  }
}
