/** Which greeting fits an hour of the day in London, 0 to 23. */
export function greetingKey(hour: number): 'today.morning' | 'today.afternoon' | 'today.evening' {
  if (hour >= 4 && hour < 12) return 'today.morning';
  return hour >= 12 && hour < 18 ? 'today.afternoon' : 'today.evening';
}
