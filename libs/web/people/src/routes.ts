import { paths, patterns } from '@lms/web-platform';
import type { RouteObject } from 'react-router';

/** All inside the frame, with the component library around them. */
export const peopleRoutes = [
  { path: paths.people, lazy: { Component: async () => (await import('./routes/PeoplePage.js')).PeoplePage } },
  { path: paths.newPerson, lazy: { Component: async () => (await import('./routes/NewPersonPage.js')).NewPersonPage } },
  {
    path: paths.signInCards(),
    lazy: { Component: async () => (await import('./routes/SignInCardsPage.js')).SignInCardsPage },
  },
  {
    path: paths.duplicates,
    lazy: { Component: async () => (await import('./routes/DuplicatesPage.js')).DuplicatesPage },
  },
  {
    path: patterns.mergePeople,
    lazy: { Component: async () => (await import('./routes/MergePeoplePage.js')).MergePeoplePage },
  },
  { path: patterns.person, lazy: { Component: async () => (await import('./routes/PersonPage.js')).PersonPage } },
  {
    path: patterns.personAssignments,
    lazy: { Component: async () => (await import('./routes/PersonAssignmentsPage.js')).PersonAssignmentsPage },
  },
  { path: paths.requests, lazy: { Component: async () => (await import('./routes/RequestsPage.js')).RequestsPage } },
  {
    path: paths.newRequest,
    lazy: { Component: async () => (await import('./routes/NewRequestPage.js')).NewRequestPage },
  },
  {
    path: paths.organisations,
    lazy: { Component: async () => (await import('./routes/OrganisationsPage.js')).OrganisationsPage },
  },
  {
    path: paths.inviteSupplier,
    lazy: { Component: async () => (await import('./routes/InviteSupplierPage.js')).InviteSupplierPage },
  },
  { path: paths.roles, lazy: { Component: async () => (await import('./routes/RolesPage.js')).RolesPage } },
  { path: paths.schemes, lazy: { Component: async () => (await import('./routes/SchemesPage.js')).SchemesPage } },
  { path: paths.outbox, lazy: { Component: async () => (await import('./routes/OutboxPage.js')).OutboxPage } },
  { path: patterns.mail, lazy: { Component: async () => (await import('./routes/MailPage.js')).MailPage } },
] satisfies RouteObject[];
