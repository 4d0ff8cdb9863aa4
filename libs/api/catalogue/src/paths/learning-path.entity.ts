import type { Path } from '@lms/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('learning_path')
export class LearningPathEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: Path['kind'];

  @Column('text', { default: '' })
  summary!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
