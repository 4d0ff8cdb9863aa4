/** Where reads about people are kept. Whoever changes a person changes what the lists and the history say. */
export const peopleKeys = {
  all: ['people'] as const,
  list: ['people', 'list'] as const,
  person: (id: string) => ['people', 'person', id] as const,
  history: (id: string) => ['people', 'history', id] as const,
  leaverLink: (id: string) => ['people', 'leaver-link', id] as const,
  newRoutes: (id: string) => ['people', 'new-routes', id] as const,
  assignments: (id: string) => ['people', 'assignments', id] as const,
  duplicates: ['duplicates'] as const,
  merges: ['merges'] as const,
  requests: ['requests'] as const,
  organisations: ['organisations'] as const,
  organisation: (id: string) => ['organisations', 'one', id] as const,
  schemes: ['schemes'] as const,
  scheme: (id: string) => ['schemes', 'one', id] as const,
  mails: ['mails'] as const,
  mail: (id: string) => ['mails', id] as const,
};
