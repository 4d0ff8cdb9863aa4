import { type DynamicModule, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { assessmentControllers, assessmentProviders } from './checks/assessment-parts.js';
import { CommitBatches } from './commits/commit-batches.js';
import { CommitLaunch } from './commits/commit-launch.js';
import { CommitTokens } from './commits/commit-tokens.js';
import { ContentController } from './content/content.controller.js';
import { ContentLabels } from './content/content-labels.js';
import { ContentTokens } from './content/content-tokens.js';
import { FindContent } from './content/find-content.js';
import { FindManifest } from './content/find-manifest.js';
import { FrameFolder } from './content/frame-files.js';
import { PackageFiles } from './content/package-files.js';
import { SmallFiles } from './content/small-files.js';
import { ManifestController } from './content/manifest.controller.js';
import { GetLibraryContent } from './library/library-content.js';
import { LibraryController } from './library/library.controller.js';
import { KeepPromise } from './promises/keep-promise.js';
import { PromisesController } from './promises/promises.controller.js';
import { DeliveryFacade } from './delivery.facade.js';
import { RecordInPerson } from './in-person/record-in-person.js';
import { LaunchesController } from './launches.controller.js';
import { Acknowledge } from './player/acknowledge.js';
import { Acknowledgements } from './player/acknowledgements.js';
import { GetCourseOutline } from './player/course-outline.js';
import { DescribeOpened } from './player/describe-opened.js';
import { OpenActivity } from './player/open-activity.js';
import { RenewContentToken } from './player/renew-content-token.js';
import { StartLaunch } from './player/start-launch.js';
import { previewControllers, previewProviders } from './preview/preview-parts.js';
import { PlayerController } from './player.controller.js';
import { QuizController } from './quiz/quiz.controller.js';
import { QUIZ } from './quiz/quiz.providers.js';
import { surveyControllers, surveyProviders } from './survey/survey-parts.js';
import { EndOldVersions } from './versions/end-old-versions.js';
import { InTheMiddleController } from './versions/in-the-middle.controller.js';
import { GetInTheMiddle } from './versions/in-the-middle.js';
import { StartNewVersion } from './versions/start-new-version.js';
import { VersionsController } from './versions/versions.controller.js';
import { runtimeControllers, runtimeProviders } from './runtime-log/runtime-parts.js';

/** By itself it is what other features import: the facade, which needs nothing else. */
@Module({ providers: [DeliveryFacade], exports: [DeliveryFacade] })
export class DeliveryModule {
  /** @param frameFolder where the built content frame stands */
  static with(frameFolder: string): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [JwtModule.register({})],
      controllers: [
        PlayerController,
        LaunchesController,
        ContentController,
        LibraryController,
        ManifestController,
        PromisesController,
        VersionsController,
        InTheMiddleController,
        QuizController,
        ...surveyControllers,
        ...previewControllers,
        ...assessmentControllers,
        ...runtimeControllers,
      ],
      providers: [
        Acknowledge,
        Acknowledgements,
        CommitBatches,
        CommitLaunch,
        CommitTokens,
        DescribeOpened,
        ContentLabels,
        ContentTokens,
        FindContent,
        FindManifest,
        GetCourseOutline,
        GetInTheMiddle,
        GetLibraryContent,
        KeepPromise,
        OpenActivity,
        PackageFiles,
        RecordInPerson,
        RenewContentToken,
        SmallFiles,
        StartLaunch,
        StartNewVersion,
        EndOldVersions,
        ...QUIZ,
        ...surveyProviders,
        ...previewProviders,
        ...assessmentProviders,
        ...runtimeProviders,
        { provide: FrameFolder, useValue: { path: frameFolder } },
      ],
    };
  }
}
