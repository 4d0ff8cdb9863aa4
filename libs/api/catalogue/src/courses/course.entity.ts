import type { CourseVisibility, EngagementAudience } from '@lms/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('course')
export class CourseEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  summary!: string;

  @Column('text', { array: true, default: '{}' })
  topics!: string[];

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('text', { default: 'everyone' })
  visibility!: CourseVisibility;

  @Column('jsonb', { default: { organisationKinds: [], employmentGroups: [] } })
  audience!: EngagementAudience;

  @Column('boolean', { name: 'self_enrolment', default: false })
  selfEnrolment!: boolean;

  @Column('boolean', { default: false })
  mandatory!: boolean;

  /** Whether who completes it from now on gets a certificate. */
  @Column('boolean', { name: 'gives_certificate', default: true })
  givesCertificate!: boolean;

  /** Others are made from it; it is not taught itself. */
  @Column('boolean', { default: false })
  template!: boolean;

  @Column('uuid', { name: 'copied_from', nullable: true })
  copiedFrom!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
