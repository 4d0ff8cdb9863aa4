import { Injectable } from '@nestjs/common';
import type { Actor } from '@lms/api-platform';

/** How long a request may trust what an earlier one found out about its session. */
export const FRESH_MS = 3_000;
const MOST = 20_000;

type Found = Omit<Actor, 'via'> | null;

/** Asks the database once for all requests of a session within three seconds. */
@Injectable()
export class ActorCache {
  private readonly entries = new Map<string, { at: number; found: Promise<Found> }>();

  get(sessionId: string, now: number, load: () => Promise<Found>): Promise<Found> {
    const known = this.entries.get(sessionId);
    if (known && now - known.at < FRESH_MS && now >= known.at) return known.found;
    const found = load();
    found.catch(() => this.entries.delete(sessionId));
    this.entries.delete(sessionId);
    this.entries.set(sessionId, { at: now, found });
    if (this.entries.size > MOST) this.dropOldest();
    return found;
  }

  forget(sessionId: string): void {
    this.entries.delete(sessionId);
  }

  clear(): void {
    this.entries.clear();
  }

  private dropOldest(): void {
    for (const key of this.entries.keys()) {
      this.entries.delete(key);
      return;
    }
  }
}
