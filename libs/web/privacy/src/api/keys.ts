/** Where reads of data protection are kept: whatever changes one list changes what the others say. */
export const privacyKeys = {
  all: ['privacy'] as const,
  preview: (personId: string) => ['privacy', 'preview', personId] as const,
  erasures: (show: string) => ['privacy', 'erasures', show] as const,
  erasure: (id: string) => ['privacy', 'erasure', id] as const,
  downloads: (of: string) => ['privacy', 'downloads', of] as const,
  holds: (of: string) => ['privacy', 'holds', of] as const,
  due: ['privacy', 'due'] as const,
  retention: ['privacy', 'retention'] as const,
};
