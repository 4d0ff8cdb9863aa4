export { reportingRoutes } from './routes.js';
export { reportingTexts } from './texts.js';
