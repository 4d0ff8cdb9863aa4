import type { Readable } from 'node:stream';
import { type Ctx, xlsxOf } from '@lms/api-platform';
import type { ImportKindName } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';

/** A table with all columns and one row as an example, to be filled in. */
@Injectable()
export class GetTemplateFile {
  constructor(private readonly kinds: ImportKinds) {}

  run(ctx: Ctx, name: ImportKindName): Readable {
    const { columns } = this.kinds.allowed(ctx, name);
    return xlsxOf(
      name,
      columns.map(({ heading }) => ({ heading, type: 'text' as const, width: Math.max(heading.length + 4, 18) })),
      [columns.map(({ example }) => example)],
    );
  }
}
