export { IdentityFacade } from './identity.facade.js';
export { IdentityModule } from './identity.module.js';
