export { accountRoutes } from './later-routes.js';
export { identityRoutes } from './routes.js';
export { identityTexts } from './texts.js';
export { LookingBanner } from './components/LookingBanner.js';
export { SignOutButton } from './components/SignOutButton.js';
