export { PrivacyModule } from './privacy.module.js';
export { DecideErasure } from './erasure/decide-erasure.js';
export { PreviewErasure } from './erasure/preview-erasure.js';
export { ProposeErasure } from './erasure/propose-erasure.js';
