export { generateAlliance } from './alliance/generate.js';
export type * from './alliance/types.js';
export { NOISE_PICTURE } from './alliance/courses/hygiene-page.js';
export { exitAnswers } from './alliance/courses/exit-survey.js';
export { demoFiles, type DemoFile, posterOf } from './content/demo-files.js';
export { cardPicture } from './content/card.js';
export { buildPackage, packageNames, type PackageName } from './content/packages.js';
export { buildPdf, documentNames, type DocumentName } from './content/documents.js';
