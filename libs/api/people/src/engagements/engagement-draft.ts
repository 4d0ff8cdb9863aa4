import type { SaveEngagementRequest } from '@lms/contracts';
import type { EngagementEntity } from './engagement.entity.js';

/** An engagement as somebody wants it to be, and as it is until then. */
export interface EngagementDraft {
  personId: string;
  request: SaveEngagementRequest;
  before: EngagementEntity | null;
}
