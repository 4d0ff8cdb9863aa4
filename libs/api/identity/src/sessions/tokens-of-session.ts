/** What a client holds after signing in or refreshing. */
export interface SessionTokens {
  personId: string;
  sessionId: string;
  access: string;
  refresh: string;
}
