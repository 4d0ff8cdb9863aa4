import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('scheme')
export class SchemeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('date', { name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
