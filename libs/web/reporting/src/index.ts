export { type Parts, PartsProvider } from './parts/parts.js';
export { reportingRoutes } from './routes.js';
export { reportingTexts } from './texts.js';
