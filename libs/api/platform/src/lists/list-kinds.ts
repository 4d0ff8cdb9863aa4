import type { ListName } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Forbidden } from '../http/problem.js';
import type { ListKind } from './shown-list.js';

/** The lists that can be had as files, as the features say. */
@Injectable()
export class ListKinds {
  private readonly byName = new Map<ListName, ListKind>();

  register(kind: ListKind): void {
    this.byName.set(kind.name, kind);
  }

  titleOf(name: ListName): string {
    return this.byName.get(name)?.title ?? name;
  }

  /** Forbidden for whoever may not see this list. */
  allowed(actor: Pick<Actor, 'permissions'>, name: ListName): ListKind {
    const kind = this.byName.get(name);
    if (!kind || !actor.permissions.has(kind.permission)) throw new Forbidden();
    return kind;
  }
}
