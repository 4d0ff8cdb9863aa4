import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** Inside the frame, with the component library around them. */
export const ruleRoutes = [
  { path: paths.rules, lazy: { Component: async () => (await import('./rules/RulesPage.js')).RulesPage } },
  {
    path: paths.audiences,
    lazy: { Component: async () => (await import('./audience/AudiencesPage.js')).AudiencesPage },
  },
  {
    path: `${paths.audiences}/:audienceId`,
    lazy: { Component: async () => (await import('./audience/AudiencePage.js')).AudiencePage },
  },
  { path: patterns.rule, lazy: { Component: async () => (await import('./rules/RulePage.js')).RulePage } },
] satisfies RouteObject[];

/** A learner's page: inside the frame, without the component library around it. */
export const whyRoutes = [
  { path: patterns.why, lazy: { Component: async () => (await import('./why/WhyPage.js')).WhyPage } },
  { path: patterns.whyOf, lazy: { Component: async () => (await import('./why/WhyPage.js')).WhyPage } },
] satisfies RouteObject[];
