const WORDS = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** `1 June 2026 at 10:00`, in London. */
export const momentWords = (at: Date): string => WORDS.format(at);
