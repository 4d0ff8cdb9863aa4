/** "1 lesson", "2 lessons"; for words whose plural ends in s. */
export const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** "58 s", "2 min 4 s", "1 h 5 min"; seconds stop mattering after an hour. */
export function lengthInWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const parts =
    hours > 0
      ? [`${hours} h`, minutes > 0 && `${minutes} min`]
      : [minutes > 0 && `${minutes} min`, (whole % 60 > 0 || minutes === 0) && `${whole % 60} s`];
  return parts.filter(Boolean).join(' ');
}

/** The name of a file as a title to start from: without its ending, with spaces for what stands for them. */
export function titleFromName(name: string): string {
  const base = name.replace(/^.*[\\/]/, '');
  const words = base
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll('_', ' ')
    .trim();
  return [...(words || base)].slice(0, 120).join('');
}
