export { CatalogueFacade, type PublishedCourse, type StoredFile } from './catalogue.facade.js';
export { CatalogueModule } from './catalogue.module.js';
export type { GivenPath } from './path-versions/given-paths.js';
export { type Findings, inspectUpload } from './uploads/inspect-upload.js';
