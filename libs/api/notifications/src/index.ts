export { NotificationsModule } from './notifications.module.js';
export { NotificationsFacade } from './notifications.facade.js';
