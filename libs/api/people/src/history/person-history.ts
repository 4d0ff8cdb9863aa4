export { GetHistory as PersonHistory } from './get-history.js';
