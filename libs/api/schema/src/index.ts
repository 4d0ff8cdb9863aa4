export { FACTS } from './facts.js';
export { isMigrated, migrate } from './migrate.js';
export { MIGRATIONS } from './migrations.js';
