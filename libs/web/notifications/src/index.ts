export { notificationsRoutes } from './routes.js';
export { NoticeBell } from './components/NoticeBell.js';
