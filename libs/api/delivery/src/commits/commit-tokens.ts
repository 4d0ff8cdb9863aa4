import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { KeyObject } from 'node:crypto';
import { BoundedCache, ProblemError, Secrets } from '@lms/api-platform';

export class LaunchEnded extends ProblemError {
  constructor() {
    super(401, 'launch-ended', 'This visit to the course has ended. Open it again to go on.');
  }
}

/**
 * Appends to one launch and can do nothing else, so it may stay on a device and outlive the sign-in: what a learner did
 * while signed in arrives whenever there is signal. It ends when the launch is revoked.
 */
@Injectable()
export class CommitTokens {
  private readonly key: KeyObject;
  /** Launches by tokens that were found good: a lesson sends the same one hundreds of times. */
  private readonly verified = new BoundedCache<string>(5_000);

  constructor(
    private readonly jwt: JwtService,
    secrets: Secrets,
  ) {
    this.key = secrets.key('commit-token');
  }

  sign(launchId: string): string {
    return this.jwt.sign({ launch: launchId }, { algorithm: 'HS256', audience: 'commit', privateKey: this.key });
  }

  /** Throws {@link LaunchEnded} unless the token is this launch's. */
  assertFor(launchId: string, token: string | undefined): void {
    if (!token || this.launchOf(token) !== launchId) throw new LaunchEnded();
  }

  private launchOf(token: string): string | undefined {
    const known = this.verified.get(token);
    if (known !== undefined) return known;
    const launchId = this.verify(token);
    if (launchId === undefined) return undefined;
    this.verified.set(token, launchId);
    return launchId;
  }

  private verify(token: string): string | undefined {
    try {
      return this.jwt.verify<{ launch: string }>(token, {
        algorithms: ['HS256'],
        audience: 'commit',
        publicKey: Object(this.key),
      }).launch;
    } catch {
      return undefined;
    }
  }
}
