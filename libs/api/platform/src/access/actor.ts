import type { Permission } from '@lms/domain';

/**
 * What somebody who has given the right password must do before anything else. Only routes that say `@Early` for this gate
 * answer: who stands at `second-factor` sets up none, or a password alone would be enough.
 */
export type Gate = 'choose-password' | 'second-factor' | 'set-up-second-factor';

/** Who acts, and what they may do now. */
export interface Actor {
  personId: string;
  sessionId: string;
  permissions: ReadonlySet<Permission>;
  /** Absent where nothing stands between them and the rest. */
  gate?: Gate | null;
  /** An administrator looks through the eyes of `personId`: they see what that person sees, and change nothing. */
  impersonation?: { id: string; administratorId: string; endsAt: Date } | null;
  /** How the request proved who it is: cookies demand that it came from our own pages. Work done for somebody has none. */
  via: 'cookie' | 'bearer' | 'work';
}

/** Everything a use case needs to know about the request it serves. */
export interface Ctx {
  actor: Actor;
  /** Calendar date in Europe/London. */
  today: string;
  now: Date;
  requestId: string;
  /** The network address the request came from; none where nobody asked over the network. */
  address?: string;
}
