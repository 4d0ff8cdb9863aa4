import { z } from 'zod';
import { shortText } from '../shared/common.js';

/** A sign-in name or an e-mail address that is one. */
export const SignInName = shortText(254);
/** 10 to 200 characters; length is what makes a password hard to guess (NIST SP 800-63B). */
export const NewPassword = z.string().min(10, 'Use at least 10 characters').max(200);

export const SignInRequest = z.strictObject({ name: SignInName, password: z.string().min(1).max(200) });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** For API clients without cookies. Seconds until the access token ends. */
export const TokenPair = z
  .object({ accessToken: z.string(), refreshToken: z.string(), expiresIn: z.number().int() })
  .meta({ id: 'TokenPair' });
export type TokenPair = z.infer<typeof TokenPair>;

export const RefreshTokenRequest = z.strictObject({ refreshToken: z.string().min(20).max(200) });

export const ForgottenPasswordRequest = z.strictObject({ name: SignInName });
export const LinkTokenRequest = z.strictObject({ token: z.string().min(20).max(100) });
export const UseLinkRequest = z.strictObject({ token: z.string().min(20).max(100), password: NewPassword });
export const ChangePasswordRequest = z.strictObject({ current: z.string().min(1).max(200), password: NewPassword });

/** What a one-time link is for, before it is used. */
export const LinkInfo = z
  .object({
    kind: z.enum(['invitation', 'reset', 'setup']),
    personName: z.string(),
    signInName: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'LinkInfo' });
export type LinkInfo = z.infer<typeof LinkInfo>;
