export { CONTENT_PREFIX } from './content/content.controller.js';
export { DeliveryModule } from './delivery.module.js';
