import { PreviewActivity } from './preview-activity.js';
import { PreviewController } from './preview.controller.js';
import { PreviewOutline } from './preview-outline.js';
import { PreviewQuiz } from './preview-quiz.js';

/** Looking at a version before anybody learns from it. */
export const previewControllers = [PreviewController];
export const previewProviders = [PreviewActivity, PreviewOutline, PreviewQuiz];
