import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { KeyObject } from 'node:crypto';
import { Secrets } from '@lms/api-platform';

/** What an access token says: the person and the session, nothing that can grow stale. */
export interface AccessClaims {
  sub: string;
  sid: string;
}

/** Short, because ending a session is checked beside it; the refresh token renews it. */
export const ACCESS_SECONDS = 300;
export const AUDIENCE = 'waymark';

/** Signs access tokens (JWT, RFC 7519) with a key object: a key given as text costs half of the processor. */
@Injectable()
export class AccessTokens {
  readonly key: KeyObject;

  constructor(
    private readonly jwt: JwtService,
    secrets: Secrets,
  ) {
    this.key = secrets.key('access-token');
  }

  sign(claims: AccessClaims): string {
    const options = { algorithm: 'HS256', audience: AUDIENCE, expiresIn: ACCESS_SECONDS } as const;
    return this.jwt.sign({ ...claims }, { ...options, privateKey: this.key });
  }
}
