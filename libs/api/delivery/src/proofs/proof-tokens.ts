import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { KeyObject } from 'node:crypto';
import { Clock, type Ctx, Secrets } from '@lms/api-platform';
import { ContentLabels } from '../content/content-labels.js';
import { CONTENT_SECONDS, ContentEnded } from '../content/content-tokens.js';

/** A photo or a file that somebody sent as proof. */
export interface Proof {
  sha256: string;
  mediaType: string;
  size: number;
  name: string;
}
interface Claims extends Proof {
  label: string;
}

/**
 * Reads one proof, and nothing else, for an hour. Proofs are other people's files: they are served by a content host,
 * one for each reader and file, never by the app's own.
 */
@Injectable()
export class ProofTokens {
  private readonly key: KeyObject;

  constructor(
    private readonly jwt: JwtService,
    private readonly labels: ContentLabels,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.key('proof-token');
  }

  /** Only for somebody who was found to be allowed to see it. */
  addressFor(ctx: Ctx, proof: Proof): string {
    const label = this.labels.labelFor(ctx.actor.personId, `proof ${proof.sha256}`);
    // The token travels in an address, which must not grow with the name of a file.
    const claims: Claims = { ...proof, name: proof.name.slice(-60), label };
    const token = this.jwt.sign(claims, {
      algorithm: 'HS256',
      audience: 'proof',
      expiresIn: CONTENT_SECONDS,
      privateKey: this.key,
    });
    return `${this.labels.originOf(label)}/__waymark/proof/${proof.sha256}?t=${token}`;
  }

  /** Throws {@link ContentEnded} unless the token reads this file on this host. */
  verify(token: string, host: string | undefined, sha256: string): Proof {
    const claims = this.read(token);
    if (!claims || claims.sha256 !== sha256 || claims.label !== this.labels.labelOf(host)) throw new ContentEnded();
    return claims;
  }

  private read(token: string): Claims | undefined {
    try {
      return this.jwt.verify<Claims>(token, {
        algorithms: ['HS256'],
        audience: 'proof',
        publicKey: Object(this.key),
        clockTimestamp: Math.floor(this.clock.now().getTime() / 1000),
      });
    } catch {
      return undefined;
    }
  }
}
