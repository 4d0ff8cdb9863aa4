import { NotFound, Sql } from '@lms/api-platform';
import type { Path } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { PathVersions } from '../path-versions/path-versions.js';

const PATH = 'select id, version, code, title, kind, summary from learning_path where id = $1';

@Injectable()
export class GetPath {
  constructor(
    private readonly sql: Sql,
    private readonly versions: PathVersions,
  ) {}

  async run(id: string): Promise<Path> {
    const [path, versions] = await Promise.all([
      this.sql.row<Omit<Path, 'versions'>>('get-path', PATH, [id]),
      this.versions.ofPath(id),
    ]);
    if (!path) throw new NotFound();
    return { ...path, versions };
  }
}
