import { NotFound, type Tx } from '@lms/api-platform';
import type { ResourceKind } from '@lms/contracts';

export interface LockedResource {
  id: string;
  kind: ResourceKind;
  title: string;
  version: number;
  current: number;
}

/** Held until the transaction ends. NotFound. */
export async function lockResource(tx: Tx, id: string): Promise<LockedResource> {
  const rows: LockedResource[] = await tx.query(
    'select id, kind, title, version, current from resource where id = $1 for update',
    [id],
  );
  const [resource] = rows;
  if (!resource) throw new NotFound();
  return resource;
}
