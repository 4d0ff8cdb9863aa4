import type { ActivityKind, ActivitySettings, CompletionRule, ReadAgain } from '@lms/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('activity')
export class ActivityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'course_version_id' })
  courseVersionId!: string;

  /** The same through all versions of the course. */
  @Column('uuid', { name: 'lineage_id' })
  lineageId!: string;

  /** Counts edits, for If-Match; the database does the counting. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('int')
  position!: number;

  @Column('text')
  kind!: ActivityKind;

  @Column('text')
  title!: string;

  @Column('int', { nullable: true })
  minutes!: number | null;

  @Column('jsonb', { name: 'completion_rule', nullable: true })
  completionRule!: CompletionRule | null;

  @Column('uuid', { name: 'package_id', nullable: true })
  packageId!: string | null;

  @Column('text', { name: 'file_sha256', nullable: true })
  fileSha256!: string | null;

  /** Of a video: the picture before it plays. */
  @Column('text', { name: 'poster_sha256', nullable: true })
  posterSha256!: string | null;

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  /** Bytes; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'file_size', nullable: true })
  fileSize!: string | null;

  @Column('text', { name: 'media_type', nullable: true })
  mediaType!: string | null;

  /** PostgreSQL's numeric arrives as text. */
  @Column('numeric', { nullable: true })
  seconds!: string | null;

  @Column('int', { nullable: true })
  pages!: number | null;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('jsonb', { nullable: true })
  settings!: ActivitySettings | null;

  @Column('boolean', { name: 'no_speech', default: false })
  noSpeech!: boolean;

  /** Of a document: who reads it again, when its file is another one than in the version before. */
  @Column('text', { name: 'read_again', default: 'nobody' })
  readAgain!: ReadAgain;

  /** Of a package: hosts outside this installation that it may use. */
  @Column('text', { name: 'outside_hosts', array: true, default: '{}' })
  outsideHosts!: string[];
}
