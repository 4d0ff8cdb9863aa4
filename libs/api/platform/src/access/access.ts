import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@lms/domain';
import type { Gate } from './actor.js';

export const ACCESS = Symbol('access');

/**
 * Who may call a route. A permission, or: `public` (no sign-in), `launch` (a commit token, checked by the use case).
 * A route that declares nothing keeps the application from starting.
 */
export type AccessRule = Permission | 'public' | 'launch';

export const EARLY = Symbol('early');

const GATES: readonly Gate[] = ['choose-password', 'second-factor', 'set-up-second-factor'];

/** Answers also at these gates, at every one where none is named: who one is, passing the gate, signing out. */
export const Early = (...gates: Gate[]) => SetMetadata(EARLY, gates.length > 0 ? gates : GATES);

export const ENDS_LOOKING = Symbol('ends-looking');

/** The one write that whoever looks through somebody's eyes may send. */
export const EndsLooking = () => SetMetadata(ENDS_LOOKING, true);

export const Access = (rule: AccessRule) => SetMetadata(ACCESS, rule);
