import { type DynamicModule, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { CommitLaunch } from './commits/commit-launch.js';
import { CommitTokens } from './commits/commit-tokens.js';
import { ContentController } from './content/content.controller.js';
import { ContentLabels } from './content/content-labels.js';
import { ContentTokens } from './content/content-tokens.js';
import { FindContent } from './content/find-content.js';
import { FrameFolder } from './content/frame-files.js';
import { RecordInPerson } from './in-person/record-in-person.js';
import { LaunchesController } from './launches.controller.js';
import { Acknowledge } from './player/acknowledge.js';
import { GetCourseOutline } from './player/course-outline.js';
import { OpenActivity } from './player/open-activity.js';
import { RenewContentToken } from './player/renew-content-token.js';
import { StartLaunch } from './player/start-launch.js';
import { PlayerController } from './player.controller.js';

@Module({})
export class DeliveryModule {
  /** @param frameFolder where the built content frame stands */
  static with(frameFolder: string): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [JwtModule.register({})],
      controllers: [PlayerController, LaunchesController, ContentController],
      providers: [
        Acknowledge,
        CommitLaunch,
        CommitTokens,
        ContentLabels,
        ContentTokens,
        FindContent,
        GetCourseOutline,
        OpenActivity,
        RecordInPerson,
        RenewContentToken,
        StartLaunch,
        { provide: FrameFolder, useValue: { path: frameFolder } },
      ],
    };
  }
}
