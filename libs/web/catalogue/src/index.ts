export { catalogueRoutes } from './routes.js';
export { activityTexts } from './texts/activities.js';
export { commonTexts as catalogueTexts } from './texts/common.js';
export { courseTexts } from './texts/courses.js';
export { pathTexts } from './texts/paths.js';
export { recordingTexts } from './texts/recording.js';
export { reviewTexts } from './texts/reviews.js';
export { uploadTexts } from './texts/uploads.js';
