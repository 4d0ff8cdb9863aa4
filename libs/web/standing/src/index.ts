export { laterStandingRoutes } from './later-routes.js';
export { standingRoutes } from './routes.js';
export { standingTexts } from './texts.js';
export { TaskSection } from './components/TaskSection.js';
