export type { Described, Known, PersonInQuestion } from './known/who-are-these.js';
export { type EngagementFacts, type KnownBy, PeopleFacade } from './people.facade.js';
export { PeopleModule } from './people.module.js';
export { MergePeople } from './merges/merge-people.js';
