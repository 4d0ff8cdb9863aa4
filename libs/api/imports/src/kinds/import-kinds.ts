import { type Ctx, Forbidden } from '@lms/api-platform';
import type { ImportKind, ImportKindName } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { ImportedKind } from './imported-kind.js';

/** What can be brought in, as the features say. */
@Injectable()
export class ImportKinds {
  private readonly byName = new Map<ImportKindName, ImportedKind>();

  register(kind: ImportedKind): void {
    this.byName.set(kind.kind, kind);
  }

  one(name: ImportKindName): ImportedKind {
    const kind = this.byName.get(name);
    if (!kind) throw new Error(`Nobody brings in ${name}`);
    return kind;
  }

  /** Forbidden for whoever may not bring this in. */
  allowed(ctx: Ctx, name: ImportKindName): ImportedKind {
    const kind = this.byName.get(name);
    if (!kind || !ctx.actor.permissions.has(kind.permission)) throw new Forbidden();
    return kind;
  }

  of(ctx: Ctx): ImportKind[] {
    return [...this.byName.values()].filter(({ permission }) => ctx.actor.permissions.has(permission)).map(viewOf);
  }
}

function viewOf({ kind, columns, leavers }: ImportedKind): ImportKind {
  return {
    kind,
    columns: columns.map(({ key, heading, needed, common = false, help, example }) => ({
      ...{ key, heading, needed, common, help, example },
    })),
    leavers: leavers !== undefined,
  };
}
