import { Injectable } from '@nestjs/common';
import type { CheckedRow, ImportedKind } from './kinds/imported-kind.js';
import { ImportKinds } from './kinds/import-kinds.js';

/** Where later features say what files can bring in. */
@Injectable()
export class ImportsFacade {
  constructor(private readonly kinds: ImportKinds) {}

  /** Once, when the module starts. */
  register<Checked extends CheckedRow>(kind: ImportedKind<Checked>): void {
    this.kinds.register(kind as unknown as ImportedKind);
  }
}
