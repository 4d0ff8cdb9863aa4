export { standingRoutes } from './routes.js';
export { standingTexts } from './texts.js';
