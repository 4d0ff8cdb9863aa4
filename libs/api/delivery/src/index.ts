export { CONTENT_PREFIX } from './content/content.controller.js';
export { DeliveryFacade } from './delivery.facade.js';
export { DeliveryModule } from './delivery.module.js';
