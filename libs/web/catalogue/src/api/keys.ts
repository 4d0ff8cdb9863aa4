/** Where reads of the catalogue are kept. Whatever changes one of them may change the lists and what waits for review. */
export const catalogueKeys = {
  all: ['catalogue'] as const,
  courses: ['catalogue', 'courses'] as const,
  course: (id: string) => ['catalogue', 'course', id] as const,
  /** Not below `all`: it is asked every few seconds anyway. */
  desk: (versionId: string) => ['draft-desk', versionId] as const,
  changes: (versionId: string, seen: number) => ['catalogue', 'changes', versionId, seen] as const,
  outcomes: ['catalogue', 'outcomes'] as const,
  paths: ['catalogue', 'paths'] as const,
  path: (id: string) => ['catalogue', 'path', id] as const,
  resources: ['catalogue', 'resources'] as const,
  resource: (id: string) => ['catalogue', 'resource', id] as const,
  libraryContent: ['library-content'] as const,
  reviews: ['catalogue', 'reviews'] as const,
};
