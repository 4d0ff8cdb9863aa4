import type { Role } from '@lms/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** The engagement that the power came with and ends with; null for powers of the Alliance itself. */
  @Column('uuid', { name: 'engagement_id', nullable: true })
  engagementId!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
