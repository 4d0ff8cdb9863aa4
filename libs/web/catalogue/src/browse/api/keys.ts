/** Where a learner's reads of the catalogue are kept. */
export const browseKeys = {
  all: ['browse'] as const,
  pages: ['browse', 'pages'] as const,
  course: (courseId: string) => ['browse', 'course', courseId] as const,
};
