import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivitiesController } from './activities/activities.controller.js';
import { ActivityEntity } from './activities/activity.entity.js';
import { AddActivity } from './activities/add-activity.js';
import { RemoveCaptions } from './activities/remove-captions.js';
import { SavePoster } from './activities/save-poster.js';
import { ReplaceFile } from './activities/replace-file.js';
import { AddCaptions } from './activities/add-captions.js';
import { OrderActivities } from './activities/order-activities.js';
import { RemoveActivity } from './activities/remove-activity.js';
import { OutsideHosts } from './outside-hosts/outside-hosts.js';
import { SaveActivity } from './activities/save-activity.js';
import { CatalogueFacade } from './catalogue.facade.js';
import { CourseVersionEntity } from './course-versions/course-version.entity.js';
import { CourseVersionsController } from './course-versions/course-versions.controller.js';
import { CourseVersions } from './course-versions/course-versions.js';
import { GetDraftDesk } from './course-versions/draft-desk.js';
import { PublishVersion } from './course-versions/publish-version.js';
import { RetireVersion } from './course-versions/retire-version.js';
import { ReturnVersion } from './course-versions/return-version.js';
import { SaveVersion } from './course-versions/save-version.js';
import { StartVersion } from './course-versions/start-version.js';
import { SubmitVersion } from './course-versions/submit-version.js';
import { UndoChange } from './course-versions/undo-change.js';
import { CourseEntity } from './courses/course.entity.js';
import { CoursesController } from './courses/courses.controller.js';
import { CreateCourse } from './courses/create-course.js';
import { GetCourse } from './courses/get-course.js';
import { CourseList } from './courses/course-list.js';
import { ListCourses } from './courses/list-courses.js';
import { SaveCourse } from './courses/save-course.js';
import { Outcomes } from './outcomes/outcomes.js';
import { OutcomesController } from './outcomes/outcomes.controller.js';
import { ForceMandatory } from './path-versions/force-mandatory.js';
import { AffectedPeople } from './path-versions/affected-people.js';
import { GivenPaths } from './path-versions/given-paths.js';
import { PathGuards } from './path-versions/path-guards.js';
import { PathVersionEntity } from './path-versions/path-version.entity.js';
import { PathVersionsController } from './path-versions/path-versions.controller.js';
import { PathVersions } from './path-versions/path-versions.js';
import { PublishPathVersion } from './path-versions/publish-path-version.js';
import { RetirePathVersion } from './path-versions/retire-path-version.js';
import { ReturnPathVersion } from './path-versions/return-path-version.js';
import { SavePathVersion } from './path-versions/save-path-version.js';
import { StartPathVersion } from './path-versions/start-path-version.js';
import { SubmitPathVersion } from './path-versions/submit-path-version.js';
import { CreatePath } from './paths/create-path.js';
import { GetPath } from './paths/get-path.js';
import { LearningPathEntity } from './paths/learning-path.entity.js';
import { ListPaths } from './paths/list-paths.js';
import { PathList } from './paths/path-list.js';
import { PathsController } from './paths/paths.controller.js';
import { SavePath } from './paths/save-path.js';
import { AddResource } from './resources/add-resource.js';
import { AddResourceCaptions } from './resources/add-resource-captions.js';
import { ReplaceResource } from './resources/replace-resource.js';
import { ResourcesController } from './resources/resources.controller.js';
import { ResourceList } from './resources/resource-list.js';
import { Resources } from './resources/resources.js';
import { SaveResource } from './resources/save-resource.js';
import { SpreadResource } from './resources/spread-resource.js';
import { QUESTION_CONTROLLERS, QUESTIONS } from './questions/questions.providers.js';
import { GetChanges } from './reviews/get-changes.js';
import { ListReviews } from './reviews/list-reviews.js';
import { ReviewList } from './reviews/review-list.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { BrowseController } from './search/browse.controller.js';
import { CorrectQuery } from './search/correct-query.js';
import { GetCatalogueCourse } from './search/get-catalogue-course.js';
import { KeepFileText } from './search/keep-file-text.js';
import { ReadFileTextJob } from './search/read-file-text.job.js';
import { Reindex } from './search/reindex.js';
import { RemoveBookmark } from './search/remove-bookmark.js';
import { SaveBookmark } from './search/save-bookmark.js';
import { SearchCatalogue } from './search/search-catalogue.js';
import { DuplicateCourse } from './templates/duplicate-course.js';
import { MarkTemplate } from './templates/mark-template.js';
import { TemplatesController } from './templates/templates.controller.js';
import { Blobs } from './uploads/blobs.js';
import { GetUpload } from './uploads/get-upload.js';
import { KeepFindings } from './uploads/keep-findings.js';
import { LastTry } from './uploads/last-try.js';
import { PostponeUpload } from './uploads/postpone-upload.js';
import { ProcessUploadJob } from './uploads/process-upload.job.js';
import { ReceiveUpload } from './uploads/receive-upload.js';
import { RefuseUpload } from './uploads/refuse-upload.js';
import { ArrivingUploads } from './uploads/resumable/arriving-uploads.js';
import { BeginArriving } from './uploads/resumable/begin-arriving.js';
import { CompleteArriving } from './uploads/resumable/complete-arriving.js';
import { KeepArrived } from './uploads/resumable/keep-arrived.js';
import { ResumableController } from './uploads/resumable/resumable.controller.js';
import { ResumableUploads } from './uploads/resumable/resumable-uploads.js';
import { ScanUpload } from './uploads/scan-upload.js';
import { UnpackingTurn } from './uploads/unpacking-turn.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { ForgottenArrivals } from './uploads/upkeep/forgotten-arrivals.js';
import { OrphanedFiles } from './uploads/upkeep/orphaned-files.js';
import { StuckUploads } from './uploads/upkeep/stuck-uploads.js';
import { UploadsUpkeep } from './uploads/upkeep/uploads-upkeep.js';
import { Uploads } from './uploads/uploads.js';

const UPLOADS = [
  Uploads,
  ReceiveUpload,
  GetUpload,
  Blobs,
  UnpackingTurn,
  ProcessUploadJob,
  KeepFindings,
  RefuseUpload,
  LastTry,
  ScanUpload,
  PostponeUpload,
];
const UPKEEP = [StuckUploads, ForgottenArrivals, OrphanedFiles, UploadsUpkeep];
const RESUMABLE = [ArrivingUploads, BeginArriving, CompleteArriving, KeepArrived, ResumableUploads];
const COURSES = [CourseList, ListCourses, CreateCourse, GetCourse, SaveCourse, DuplicateCourse, MarkTemplate];
const COURSE_VERSIONS = [
  CourseVersions,
  StartVersion,
  SaveVersion,
  SubmitVersion,
  PublishVersion,
  ReturnVersion,
  RetireVersion,
  UndoChange,
  GetDraftDesk,
];
const ACTIVITIES = [
  AddActivity,
  SaveActivity,
  OutsideHosts,
  RemoveActivity,
  OrderActivities,
  AddCaptions,
  RemoveCaptions,
  SavePoster,
  ReplaceFile,
];
const RESOURCES = [
  ResourceList,
  Resources,
  AddResource,
  AddResourceCaptions,
  SaveResource,
  ReplaceResource,
  SpreadResource,
];
const PATHS = [PathList, ListPaths, CreatePath, GetPath, SavePath];
const PATH_VERSIONS = [
  PathVersions,
  AffectedPeople,
  GivenPaths,
  PathGuards,
  ForceMandatory,
  StartPathVersion,
  SavePathVersion,
  SubmitPathVersion,
  PublishPathVersion,
  ReturnPathVersion,
  RetirePathVersion,
];

const SEARCH = [
  SearchCatalogue,
  CorrectQuery,
  GetCatalogueCourse,
  SaveBookmark,
  RemoveBookmark,
  KeepFileText,
  ReadFileTextJob,
  Reindex,
];

/** Courses and learning paths, what is in them, and their way from a draft to what is taught. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      CourseEntity,
      CourseVersionEntity,
      ActivityEntity,
      LearningPathEntity,
      PathVersionEntity,
    ]),
  ],
  controllers: [
    ResumableController,
    UploadsController,
    CoursesController,
    OutcomesController,
    TemplatesController,
    CourseVersionsController,
    ActivitiesController,
    ReviewsController,
    ...QUESTION_CONTROLLERS,
    ResourcesController,
    PathsController,
    PathVersionsController,
    BrowseController,
  ],
  providers: [
    ...UPLOADS,
    ...RESUMABLE,
    ...UPKEEP,
    ...COURSES,
    Outcomes,
    ...COURSE_VERSIONS,
    ...ACTIVITIES,
    ...RESOURCES,
    ReviewList,
    ListReviews,
    GetChanges,
    ...QUESTIONS,
    ...PATHS,
    ...PATH_VERSIONS,
    ...SEARCH,
    CatalogueFacade,
  ],
  exports: [CatalogueFacade],
})
export class CatalogueModule {}
