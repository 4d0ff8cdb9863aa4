export { recordsRoutes } from './routes.js';
export { recordsTexts } from './texts.js';
export { recordQuery } from './api/record.js';
export { CertificateLink } from './components/CertificateLink.js';
export { CorrectLinks } from './components/CorrectLinks.js';
export { RecordFiles } from './components/RecordFiles.js';
