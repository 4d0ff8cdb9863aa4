import { Module } from '@nestjs/common';
import { DigestMails } from './digest/digest-mails.js';
import { DigestUpkeep } from './digest/digest-upkeep.js';
import { FollowChases } from './digest/follow-chases.js';
import { KeepChunk } from './digest/keep-chunk.js';
import { PreviewDigests } from './digest/preview-digests.js';
import { SendDigests } from './digest/send-digests.js';
import { FollowBookings } from './notices/follow-bookings.js';
import { FollowCompletions } from './notices/follow-completions.js';
import { FollowImports } from './notices/follow-imports.js';
import { FollowListFiles } from './notices/follow-list-files.js';
import { FollowDecisions } from './notices/follow-decisions.js';
import { FollowErasures } from './notices/follow-erasures.js';
import { FollowDataFiles } from './notices/follow-data-files.js';
import { NoticesController } from './notices/notices.controller.js';
import { Notices } from './notices/notices.js';
import { NotificationsFacade } from './notifications.facade.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { ReminderChoices } from './preferences/reminder-choices.js';
import { StopMails } from './unsubscribe/stop-mails.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

@Module({
  controllers: [NoticesController, PreferencesController, UnsubscribeController],
  providers: [
    NotificationsFacade,
    SendDigests,
    KeepChunk,
    DigestMails,
    DigestUpkeep,
    PreviewDigests,
    Notices,
    FollowBookings,
    FollowCompletions,
    FollowImports,
    FollowDataFiles,
    FollowChases,
    FollowDecisions,
    FollowErasures,
    FollowListFiles,
    ReminderChoices,
    UnsubscribeLinks,
    StopMails,
  ],
  exports: [NotificationsFacade],
})
export class NotificationsModule {}
