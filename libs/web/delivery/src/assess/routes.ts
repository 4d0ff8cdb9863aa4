import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** Inside the frame. People look at others on a phone, so these pages are light. */
export const assessRoutes = [
  { path: paths.assess, lazy: { Component: async () => (await import('./routes/AssessPage.js')).AssessPage } },
  {
    path: patterns.assessment,
    lazy: { Component: async () => (await import('./routes/AssessmentPage.js')).AssessmentPage },
  },
  { path: paths.evidence, lazy: { Component: async () => (await import('./routes/EvidencePage.js')).EvidencePage } },
  {
    path: paths.sendEvidence,
    lazy: { Component: async () => (await import('./routes/SendEvidencePage.js')).SendEvidencePage },
  },
  {
    path: patterns.evidenceItem,
    lazy: { Component: async () => (await import('./routes/EvidenceItemPage.js')).EvidenceItemPage },
  },
] satisfies RouteObject[];
