export { StandingModule } from './standing.module.js';
