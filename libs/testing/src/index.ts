export { testDatabase, type TestDatabase } from './test-database.js';
export { Factory } from './factory.js';
