import type { VersionState } from '@lms/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('course_version')
export class CourseVersionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('int')
  number!: number;

  /** Counts saves, for If-Match. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('text', { default: 'draft' })
  state!: VersionState;

  @Column('text', { default: 'major' })
  change!: 'major' | 'minor';

  /** Of a major version: what people do who began an earlier one. */
  @Column('text', { default: 'finish' })
  begun!: 'finish' | 'restart';

  /** The last day on which the earlier version can be finished, a calendar date; null without one. */
  @Column('date', { name: 'old_ends_on', nullable: true })
  oldEndsOn!: string | null;

  /** What is new, for learners. */
  @Column('text', { default: '' })
  news!: string;

  /** Null: valid for life. */
  @Column('int', { name: 'validity_months', nullable: true })
  validityMonths!: number | null;

  @Column('int', { default: 0 })
  minutes!: number;

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
