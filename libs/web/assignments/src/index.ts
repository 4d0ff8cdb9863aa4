export { ruleRoutes, whyRoutes } from './routes.js';
export { ruleTexts } from './texts/rules.js';
export { whyTexts } from './texts/why.js';
