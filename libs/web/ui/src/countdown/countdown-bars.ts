/** Bars on a countdown board: three for 15 to 30 days, two for 8 to 14, one for 7 or fewer; beyond 30 no board. */
export function countdownBars(days: number): 0 | 1 | 2 | 3 {
  if (days > 30) return 0;
  if (days > 14) return 3;
  return days > 7 ? 2 : 1;
}
