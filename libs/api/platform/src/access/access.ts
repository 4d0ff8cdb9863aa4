import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@lms/domain';

export const ACCESS = Symbol('access');

/**
 * Who may call a route. A permission, or: `public` (no sign-in), `launch` (a commit token, checked by the use case).
 * A route that declares nothing keeps the application from starting.
 */
export type AccessRule = Permission | 'public' | 'launch';

export const EARLY = Symbol('early');

/** Answers also while somebody has still to do what their gate asks for: who they are, passing the gate, signing out. */
export const Early = () => SetMetadata(EARLY, true);

export const Access = (rule: AccessRule) => SetMetadata(ACCESS, rule);
