const LEAP_YEAR = 2024;
const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** Every day of a year as `MM-DD`, with its name such as "31 March". */
export const daysOfTheYear: readonly { value: string; label: string }[] = Array.from({ length: 366 }, (_, n) => {
  const day = new Date(Date.UTC(LEAP_YEAR, 0, 1 + n));
  return { value: day.toISOString().slice(5, 10), label: inWords.format(day) };
});
