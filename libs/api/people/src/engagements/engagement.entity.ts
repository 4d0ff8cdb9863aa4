import type { EmploymentGroup } from '@lms/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('engagement')
export class EngagementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'employee_number' })
  employeeNumber!: string;

  @Column('text', { name: 'job_role' })
  jobRole!: string;

  @Column('text', { name: 'employment_group' })
  employmentGroup!: EmploymentGroup;

  @Column('uuid', { name: 'scheme_ids', array: true, default: '{}' })
  schemeIds!: string[];

  @Column('text', { array: true, default: '{}' })
  tags!: string[];

  @Column('uuid', { name: 'line_manager_id', nullable: true })
  lineManagerId!: string | null;

  @Column('text', { name: 'work_email', nullable: true })
  workEmail!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
