export { importRoutes } from './routes.js';
