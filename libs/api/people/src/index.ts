export { type EngagementFacts, PeopleFacade } from './people.facade.js';
export { PeopleModule } from './people.module.js';
