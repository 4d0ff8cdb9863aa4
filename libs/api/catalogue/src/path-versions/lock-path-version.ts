import { NotFound, type Tx } from '@lms/api-platform';
import { LearningPathEntity } from '../paths/learning-path.entity.js';
import { PathVersionEntity } from './path-version.entity.js';

export interface LockedPathVersion {
  path: LearningPathEntity;
  version: PathVersionEntity;
}

/** The path and then its version, both held until the transaction ends: always in this order. NotFound. */
export async function lockPathVersion(tx: Tx, id: string): Promise<LockedPathVersion> {
  const found = await tx.findOneBy(PathVersionEntity, { id });
  if (!found) throw new NotFound();
  const lock = { mode: 'pessimistic_write' } as const;
  const path = await tx.findOneOrFail(LearningPathEntity, { where: { id: found.pathId }, lock });
  const version = await tx.findOneOrFail(PathVersionEntity, { where: { id }, lock });
  return { path, version };
}
