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

  @Column('boolean', { default: false })
  mandatory!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
