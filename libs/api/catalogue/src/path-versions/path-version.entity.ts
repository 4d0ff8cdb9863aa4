import type { PathVersion, VersionState } from '@lms/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('path_version')
export class PathVersionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'path_id' })
  pathId!: string;

  @Column('int')
  number!: number;

  /** Counts saves, for If-Match. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('text', { default: 'draft' })
  state!: VersionState;

  @Column('jsonb')
  audience!: PathVersion['audience'];

  @Column('boolean', { default: false })
  sequential!: boolean;

  @Column('text', { default: 'minor' })
  change!: PathVersion['change'];

  /** What people do who are on an earlier version and not finished. */
  @Column('text', { default: 'stay' })
  running!: PathVersion['running'];

  /** How many days before its first day a path can be begun. */
  @Column('int', { name: 'open_days', default: 7 })
  openDays!: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('text', { name: 'returned_reason', nullable: true })
  returnedReason!: string | null;
}
