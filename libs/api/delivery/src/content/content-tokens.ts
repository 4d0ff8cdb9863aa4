import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { KeyObject } from 'node:crypto';
import { BoundedCache, Clock, ProblemError, Secrets } from '@lms/api-platform';

/** Reads one package, the files of one activity, or (for authors) the library, on one content host, nothing else. */
export interface ContentClaims {
  label: string;
  activityId: string | null;
  packageId: string | null;
  /** Which the package may use besides its own; a token from before says none. */
  outsideHosts?: string[];
  library?: true;
}

/** Renewed by the player long before. */
export const CONTENT_SECONDS = 3600;

export class ContentEnded extends ProblemError {
  constructor() {
    super(401, 'content-ended', 'Open this from your course again.');
  }
}

@Injectable()
export class ContentTokens {
  private readonly key: KeyObject;
  /** Tokens that were found good: a lesson shows the same one with each of its files. */
  private readonly verified = new BoundedCache<ContentClaims & { exp: number }>(5_000);

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.key('content-token');
  }

  sign(claims: ContentClaims): string {
    return this.jwt.sign(
      { ...claims },
      { algorithm: 'HS256', audience: 'content', expiresIn: CONTENT_SECONDS, privateKey: this.key },
    );
  }

  verify(token: string | undefined, label: string | undefined): ContentClaims {
    const claims = token ? this.read(token) : undefined;
    if (!claims || claims.label !== label) throw new ContentEnded();
    return claims;
  }

  private read(token: string): ContentClaims | undefined {
    const clockTimestamp = Math.floor(this.clock.now().getTime() / 1000);
    const known = this.verified.get(token);
    if (known) return clockTimestamp < known.exp ? known : undefined;
    try {
      const claims = this.jwt.verify<ContentClaims & { exp: number }>(token, {
        algorithms: ['HS256'],
        audience: 'content',
        publicKey: Object(this.key),
        clockTimestamp,
      });
      this.verified.set(token, claims);
      return claims;
    } catch {
      return undefined;
    }
  }
}
