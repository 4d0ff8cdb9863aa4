/** Where reads of sessions are kept: whatever is booked, changed or recorded may change every one of them. */
export const sessionKeys = {
  all: ['sessions'] as const,
  lists: ['sessions', 'list'] as const,
  one: (id: string) => ['sessions', 'one', id] as const,
  bookings: (id: string) => ['sessions', 'bookings', id] as const,
  register: (id: string) => ['sessions', 'register', id] as const,
  code: (id: string) => ['sessions', 'code', id] as const,
  mine: ['sessions', 'mine'] as const,
  coming: ['sessions', 'coming'] as const,
  previews: ['sessions', 'preview'] as const,
};
