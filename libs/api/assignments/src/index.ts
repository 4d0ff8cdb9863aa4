export { AssignmentsFacade } from './assignments.facade.js';
export { AssignmentsModule } from './assignments.module.js';
export { explainAll, type Explained } from './rules/check/explain-all.js';
export { Reconcile, type Reconciled } from './rules/check/reconcile.js';
