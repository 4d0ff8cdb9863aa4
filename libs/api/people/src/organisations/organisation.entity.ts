import type { OrganisationKind } from '@lms/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text')
  name!: string;

  @Column('text', { name: 'short_name' })
  shortName!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('uuid', { name: 'sponsor_id', nullable: true })
  sponsorId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
