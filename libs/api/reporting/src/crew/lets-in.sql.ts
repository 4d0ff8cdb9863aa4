/**
 * What lets somebody in: a password of their own (`own`), or a card's PIN or an invitation that still holds. A row for each,
 * by the entry that holds it; of everybody, or of one person under all their entries. `now` and `person` are SQL.
 */
export const letsIn = (now: string, person?: string): string => {
  const whose = (of: string) => (person ? ` and ${of}.person_id = any (persons_as(${person}))` : '');
  return `
    select h.person_id, h.pin_until is null as own from password h
    where (h.pin_until is null or h.pin_until > ${now})${whose('h')}
    union all
    select k.person_id, false from one_time_link k
    where k.kind = 'invitation' and k.used_at is null and k.expires_at > ${now}${whose('k')}`;
};
