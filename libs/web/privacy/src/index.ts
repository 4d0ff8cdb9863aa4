export { privacyRoutes } from './routes.js';
