import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const sql = (file: string): string => readFileSync(path.join(import.meta.dirname, 'sql', file), 'utf8');

/** A migration that is one SQL file. There is no way back but a backup: facts are not thrown away by a program. */
abstract class SqlMigration implements MigrationInterface {
  protected abstract readonly file: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql(this.file));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Restore a backup instead'));
  }
}

class Platform1764000000001 extends SqlMigration {
  protected readonly file = '01-platform.sql';
}
class People1764000000002 extends SqlMigration {
  protected readonly file = '02-people.sql';
}
class Identity1764000000003 extends SqlMigration {
  protected readonly file = '03-identity.sql';
}
class Catalogue1764000000004 extends SqlMigration {
  protected readonly file = '04-catalogue.sql';
}
class Records1764000000005 extends SqlMigration {
  protected readonly file = '05-records.sql';
}
class Assignments1764000000006 extends SqlMigration {
  protected readonly file = '06-assignments.sql';
}
class Delivery1764000000007 extends SqlMigration {
  protected readonly file = '07-delivery.sql';
}
class Standing1764000000008 extends SqlMigration {
  protected readonly file = '08-standing.sql';
}
class Content1764000000009 extends SqlMigration {
  protected readonly file = '09-content.sql';
}
class Uploads1764000000010 extends SqlMigration {
  protected readonly file = '10-uploads.sql';
}
class Scorm1764000000011 extends SqlMigration {
  protected readonly file = '11-scorm.sql';
}
class Search1764000000012 extends SqlMigration {
  protected readonly file = '12-search.sql';
}
class Quiz1764000000013 extends SqlMigration {
  protected readonly file = '13-quiz.sql';
}
class Assessment1764000000014 extends SqlMigration {
  protected readonly file = '14-assessment.sql';
}
class Builder1764000000015 extends SqlMigration {
  protected readonly file = '15-builder.sql';
}
class PathLife1764000000016 extends SqlMigration {
  protected readonly file = '16-path-life.sql';
}
class Media1764000000017 extends SqlMigration {
  protected readonly file = '17-media.sql';
}
class Resources1764000000018 extends SqlMigration {
  protected readonly file = '18-resources.sql';
}
class Reasons1764000000019 extends SqlMigration {
  protected readonly file = '19-reasons.sql';
}
class Film1764000000020 extends SqlMigration {
  protected readonly file = '20-film-and-withdrawal.sql';
}
class Rules1764000000022 extends SqlMigration {
  protected readonly file = '22-rules.sql';
}
class Time1764000000023 extends SqlMigration {
  protected readonly file = '23-time.sql';
}
class Records1764000000024 extends SqlMigration {
  protected readonly file = '24-records.sql';
}
class Once1764000000026 extends SqlMigration {
  protected readonly file = '26-once.sql';
}
class Reminders1764000000027 extends SqlMigration {
  protected readonly file = '27-reminders.sql';
}
class ContentLife1764000000028 extends SqlMigration {
  protected readonly file = '28-content-life.sql';
}
class Merge1764000000030 extends SqlMigration {
  protected readonly file = '30-merge.sql';
}
class PathRules1764000000032 extends SqlMigration {
  protected readonly file = '32-path-rules.sql';
}
class LessonRoom1764000000035 extends SqlMigration {
  protected readonly file = '35-lesson-room.sql';
}
class Privacy1764000000036 extends SqlMigration {
  protected readonly file = '36-privacy.sql';
}
class Outside1764000000038 extends SqlMigration {
  protected readonly file = '38-outside.sql';
}
class Equivalences1764000000039 extends SqlMigration {
  protected readonly file = '39-equivalences.sql';
}
class Refinements1764000000040 extends SqlMigration {
  protected readonly file = '40-refinements.sql';
}
class QuickCompletions1764000000041 extends SqlMigration {
  protected readonly file = '41-quick-completions.sql';
}
class Imports1764000000042 extends SqlMigration {
  protected readonly file = '42-imports.sql';
}
class ImportPeople1764000000043 extends SqlMigration {
  protected readonly file = '43-import-people.sql';
}
class CompletionsTogether1764000000044 extends SqlMigration {
  protected readonly file = '44-completions-together.sql';
}
class LongImports1764000000045 extends SqlMigration {
  protected readonly file = '45-long-imports.sql';
}
class Surveys1764000000046 extends SqlMigration {
  protected readonly file = '46-surveys.sql';
}
class SecondLooks1764000000047 extends SqlMigration {
  protected readonly file = '47-second-looks.sql';
}
class ListFiles1764000000048 extends SqlMigration {
  protected readonly file = '48-list-files.sql';
}
class SavedViews1764000000049 extends SqlMigration {
  protected readonly file = '49-saved-views.sql';
}
class Schedules1764000000050 extends SqlMigration {
  protected readonly file = '50-schedules.sql';
}
class SignInCards1764000000051 extends SqlMigration {
  protected readonly file = '51-sign-in-cards.sql';
}
class SecondFactors1764000000052 extends SqlMigration {
  protected readonly file = '52-second-factors.sql';
}
class Impersonation1764000000053 extends SqlMigration {
  protected readonly file = '53-impersonation.sql';
}
class Places1764000000054 extends SqlMigration {
  protected readonly file = '54-places.sql';
}
class AuditLog1764000000055 extends SqlMigration {
  protected readonly file = '55-audit.sql';
}
class Directory1764000000056 extends SqlMigration {
  protected readonly file = '56-directory.sql';
}
class Branding1764000000057 extends SqlMigration {
  protected readonly file = '57-branding.sql';
}
class AuditPacks1764000000058 extends SqlMigration {
  protected readonly file = '58-audit-packs.sql';
}
class OutsideHosts1764000000059 extends SqlMigration {
  protected readonly file = '59-outside-hosts.sql';
}
class PathRecurrence1764000000060 extends SqlMigration {
  protected readonly file = '60-path-recurrence.sql';
}
class Counts1764000000061 extends SqlMigration {
  protected readonly file = '61-counts.sql';
}
class MergedRefreshers1764000000064 extends SqlMigration {
  protected readonly file = '64-merged-refreshers.sql';
}
class Approvals1764000000065 extends SqlMigration {
  protected readonly file = '65-approvals.sql';
}
class NamedRequests1764000000066 extends SqlMigration {
  protected readonly file = '66-named-requests.sql';
}
class Soon1764000000067 extends SqlMigration {
  protected readonly file = '67-soon.sql';
}
class Sessions1764000000068 extends SqlMigration {
  protected readonly file = '68-sessions.sql';
}
class SessionNotices1764000000069 extends SqlMigration {
  protected readonly file = '69-session-notices.sql';
}
class QuickerImports1764000000070 extends SqlMigration {
  protected readonly file = '70-quicker-imports.sql';
}
class AskedByWhom1764000000071 extends SqlMigration {
  protected readonly file = '71-asked-by-whom.sql';
}
class Merges1764000000072 extends SqlMigration {
  protected readonly file = '72-merges.sql';
}
class NextCycles1764000000073 extends SqlMigration {
  protected readonly file = '73-next-cycles.sql';
}
class LeaveOnPaths1764000000077 extends SqlMigration {
  protected readonly file = '77-leave-on-paths.sql';
}
class DatesToDecide1764000000078 extends SqlMigration {
  protected readonly file = '78-dates-to-decide.sql';
}
class LineManagers1764000000079 extends SqlMigration {
  protected readonly file = '79-line-managers.sql';
}
class MoreMentions1764000000080 extends SqlMigration {
  protected readonly file = '80-more-mentions.sql';
}
class Previews1764000000081 extends SqlMigration {
  protected readonly file = '81-previews.sql';
}
class FewerLooks1764000000083 extends SqlMigration {
  protected readonly file = '83-fewer-looks.sql';
}
class RemindersReach1764000000086 extends SqlMigration {
  protected readonly file = '86-reminders-reach.sql';
}
class NamesOfOthers1764000000087 extends SqlMigration {
  protected readonly file = '87-names-of-others.sql';
}
class ExemptOnPaths1764000000089 extends SqlMigration {
  protected readonly file = '89-exempt-on-paths.sql';
}
class MoreTimeGoesOn1764000000092 extends SqlMigration {
  protected readonly file = '92-more-time-goes-on.sql';
}
class OwedAgain1764000000093 extends SqlMigration {
  protected readonly file = '93-owed-again.sql';
}
class RefusedAddresses1764000000095 extends SqlMigration {
  protected readonly file = '95-refused-addresses.sql';
}

/** In the order in which they run. */
export const MIGRATIONS = [
  Platform1764000000001,
  People1764000000002,
  Identity1764000000003,
  Catalogue1764000000004,
  Records1764000000005,
  Assignments1764000000006,
  Delivery1764000000007,
  Standing1764000000008,
  Content1764000000009,
  Uploads1764000000010,
  Scorm1764000000011,
  Search1764000000012,
  Quiz1764000000013,
  Assessment1764000000014,
  Builder1764000000015,
  PathLife1764000000016,
  Media1764000000017,
  Resources1764000000018,
  Reasons1764000000019,
  Film1764000000020,
  Rules1764000000022,
  Time1764000000023,
  Records1764000000024,
  Once1764000000026,
  Reminders1764000000027,
  ContentLife1764000000028,
  Merge1764000000030,
  PathRules1764000000032,
  LessonRoom1764000000035,
  Privacy1764000000036,
  Outside1764000000038,
  Equivalences1764000000039,
  Refinements1764000000040,
  QuickCompletions1764000000041,
  Imports1764000000042,
  ImportPeople1764000000043,
  CompletionsTogether1764000000044,
  LongImports1764000000045,
  Surveys1764000000046,
  SecondLooks1764000000047,
  ListFiles1764000000048,
  SavedViews1764000000049,
  Schedules1764000000050,
  SignInCards1764000000051,
  SecondFactors1764000000052,
  Impersonation1764000000053,
  Places1764000000054,
  AuditLog1764000000055,
  Directory1764000000056,
  Branding1764000000057,
  AuditPacks1764000000058,
  OutsideHosts1764000000059,
  PathRecurrence1764000000060,
  Counts1764000000061,
  MergedRefreshers1764000000064,
  Approvals1764000000065,
  NamedRequests1764000000066,
  Soon1764000000067,
  Sessions1764000000068,
  SessionNotices1764000000069,
  QuickerImports1764000000070,
  AskedByWhom1764000000071,
  Merges1764000000072,
  NextCycles1764000000073,
  LeaveOnPaths1764000000077,
  DatesToDecide1764000000078,
  LineManagers1764000000079,
  MoreMentions1764000000080,
  Previews1764000000081,
  FewerLooks1764000000083,
  RemindersReach1764000000086,
  NamesOfOthers1764000000087,
  ExemptOnPaths1764000000089,
  MoreTimeGoesOn1764000000092,
  OwedAgain1764000000093,
  RefusedAddresses1764000000095,
];
