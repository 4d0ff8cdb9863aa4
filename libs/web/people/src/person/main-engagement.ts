import type { Engagement } from '@lms/contracts';

/** The engagement that says most about somebody today: a current one, then the next to come, then the last that was. */
export function mainEngagement(engagements: readonly Engagement[], today: string): Engagement | undefined {
  const over = (e: Engagement) => e.endsOn !== null && e.endsOn < today;
  const latest = (list: Engagement[]) => list.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
  const ahead = engagements.filter((e) => e.startsOn > today);
  return (
    latest(engagements.filter((e) => e.startsOn <= today && !over(e)))[0] ??
    latest(ahead).at(-1) ??
    latest(engagements.filter(over))[0]
  );
}
