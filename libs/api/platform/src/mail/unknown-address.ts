/**
 * Of RFC 3463 what is about a mailbox that does not exist, or takes nothing any more: 3.2 (X.1.1, X.1.2, X.1.3, X.1.6, and X.1.10
 * of RFC 7505) and 3.3 (X.2.1). A 550 alone says too little: a server that does not relay for us answers everybody with it.
 */
const UNKNOWN = /^5\d\d[ -]5\.(?:1\.(?:1|2|3|6|10)|2\.1)(?!\d)/;

/** Whether a server's answer to `RCPT TO` says that the address is none, and not that it does not want our mails. */
export const saysUnknownAddress = (answer: string): boolean => UNKNOWN.test(answer);
