export { peopleRoutes } from './routes.js';
export { InvitePeopleDialog } from './invites/LazyInviteDialog.js';
