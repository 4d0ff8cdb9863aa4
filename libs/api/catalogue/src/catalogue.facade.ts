import type { EmploymentGroup, OrganisationKind } from '@lms/domain';
import { Sql } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GivenPaths, type GivenPath } from './path-versions/given-paths.js';
import { type PathGuard, PathGuards } from './path-versions/path-guards.js';
import { PathVersions } from './path-versions/path-versions.js';
import { Reindex, type Reindexed } from './search/reindex.js';

export interface PublishedCourse {
  courseVersionId: string;
  courseId: string;
  number: number;
  change: 'major' | 'minor';
  /** Null: valid for life. */
  validityMonths: number | null;
  minutes: number;
}

export interface StoredFile {
  sha256: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

/** What later features may ask of the catalogue. */
@Injectable()
export class CatalogueFacade {
  constructor(
    private readonly sql: Sql,
    private readonly paths: PathVersions,
    private readonly given: GivenPaths,
    private readonly index: Reindex,
    private readonly guards: PathGuards,
  ) {}

  /** What is taught now; undefined when nothing is. */
  publishedVersion(courseId: string): Promise<PublishedCourse | undefined> {
    return this.sql.row<PublishedCourse>(
      'published-course',
      `select id as "courseVersionId", course_id as "courseId", number, change,
         validity_months as "validityMonths", minutes
       from course_version where course_id = $1 and state = 'published'`,
      [courseId],
    );
  }

  /** `path` as in the package: relative to its root, decoded. Undefined when the package has no such file. */
  packageFile(packageId: string, path: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile>(
      'package-file',
      `select sha256, size::float8 as size, media_type as "mediaType"
       from package_file where package_id = $1 and path = $2`,
      [packageId, path],
    );
  }

  /** The published versions of all kinds of path whose audience holds such an engagement. */
  pathsGivenTo(engagement: {
    organisationKind: OrganisationKind;
    employmentGroup: EmploymentGroup;
  }): Promise<GivenPath[]> {
    return this.given.to(engagement);
  }

  /** NotFound when there is none. */
  pathVersion(id: string): Promise<PathVersion> {
    return this.paths.one(id);
  }

  /** Asks before each publishing of a path, in its transaction and as if it were published; a problem keeps it a draft. */
  guardPaths(guard: PathGuard): void {
    this.guards.add(guard);
  }

  /** Makes the search index anew; what is read meanwhile is told. */
  reindex(onProgress: (line: string) => void): Promise<Reindexed> {
    return this.index.run(onProgress);
  }
}
