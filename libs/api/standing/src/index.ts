export { StandingFacade } from './standing.facade.js';
export { StandingModule } from './standing.module.js';
export { checkStanding, type StandingDifference, type StandingVerdict } from './check/check-standing.js';
