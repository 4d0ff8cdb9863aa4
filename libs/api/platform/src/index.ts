export { ACCESS, Access, type AccessRule, Early, EndsLooking } from './access/access.js';
export type { Actor, Ctx, Gate } from './access/actor.js';
export { ActorSource } from './access/actor-source.js';
export { Actors } from './access/actors.js';
export { Context } from './access/ctx.decorator.js';
export { engagementSeenSql, inScopeSql, manyInScopeSql, oneInScopeSql } from './access/in-scope-sql.js';
export { isSameOrigin } from './access/same-origin.js';
export { AddressLimit, type AddressLimitOptions } from './limits/address-limit.js';
export { Audit, type AuditEntry } from './audit/audit.js';
export { differences, type StoredRow } from './audit/differences.js';
export { type Brand, type BrandPicture, OWN_BRAND, PRODUCT } from './brand/brand.js';
export { Brands } from './brand/brands.js';
export { BoundedCache } from './cache/bounded-cache.js';
export { Clock, SystemClock } from './clock/clock.js';
export { Configuration, readConfiguration } from './configuration/configuration.js';
export { WrongSetting } from './configuration/wrong-setting.js';
export { csvLines, csvOf, type CsvRow } from './csv/csv-of.js';
export { changeOf } from './database/change-of.js';
export { Sql } from './database/sql.js';
export { type Change, Transactions, type Tx } from './database/transactions.js';
export { BeforeLists } from './freshness/before-lists.js';
export { ANSWERS, type Answer, Answers } from './http/answers.js';
export { databaseErrorOf, violates } from './http/database-problem.js';
export { assertUnchanged, IfMatch, withETag } from './http/if-match.js';
export {
  ChangedMeanwhile,
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  ProblemError,
  type ProblemField,
  SignedOut,
} from './http/problem.js';
export { problemBody, ProblemFilter, problemOf, sendProblem } from './http/problem.filter.js';
export { type CountedRoute, RouteCensus } from './http/route-census.js';
export { validation } from './http/validation.js';
export { JobHandlers } from './jobs/job-handlers.js';
export { JobWorkers } from './jobs/job-workers.js';
export { Jobs } from './jobs/jobs.js';
export { type JobData, type QueueName, QUEUES } from './jobs/queues.js';
export { type Chore, Upkeep } from './jobs/upkeep.js';
export { allPages } from './lists/all-pages.js';
export { filtersOf } from './lists/filters-of.js';
export { dayOf, timeOf } from './lists/instant-cells.js';
export { type ListFile, listFile, LIST_TYPES } from './lists/list-file.js';
export { ListKinds } from './lists/list-kinds.js';
export { ListTooLarge } from './lists/list-too-large.js';
export { namesOf } from './lists/names-of.js';
export { type PagedColumn, pagedKind } from './lists/paged-kind.js';
export type { DatedCell, ListKind, ShownBytes, ShownCell, ShownColumn, ShownList } from './lists/shown-list.js';
export { type MailItem, type MailLayout, type MailSection, renderMail } from './mail/layout.js';
export { type MailBrand, mailBrandOf, supportLine } from './mail/mail-brand.js';
export { KeptMails } from './mail/kept-mails.js';
export { MailClaim } from './mail/mail-claim.js';
export { Mailer, MailRefused, type OutgoingMail } from './mail/mailer.js';
export { SendMailJob } from './mail/send-mail.job.js';
export { SmtpMailer } from './mail/smtp-mailer.js';
export { Mails, type NewMail } from './mail/mails.js';
export { MalwareScanner, NoScanner, ScannerUnavailable } from './malware/malware-scanner.js';
export { Outbox, type OutboxEvent } from './outbox/outbox.js';
export { OutboxRelay } from './outbox/outbox-relay.js';
export { type Subscriber, Subscribers } from './outbox/subscribers.js';
export { decodeCursor, encodeCursor, toPage } from './paging/cursor.js';
export { likePattern } from './paging/like.js';
export {
  type NewManifest,
  PackSources,
  type SealsPacks,
  type StandingThen,
  type StandsThen,
} from './packs/pack-sources.js';
export {
  decoration,
  drawMark,
  newPdf,
  type Pdf,
  PDF_COLOURS,
  type StructureElement,
  writeLine,
} from './pdf/branded-pdf.js';
export { writeHead, writeHeading } from './pdf/write-head.js';
export { writeTable } from './pdf/write-table.js';
export { PlatformModule } from './platform.module.js';
export { Secrets } from './secrets/secrets.js';
export { readSpreadsheet } from './spreadsheets/read-spreadsheet.js';
export { SHEET_LIMITS } from './spreadsheets/sheet-limits.js';
export { type SheetFile, SheetRefused, type SheetRow } from './spreadsheets/sheet-row.js';
export { type SheetCell, type SheetColumn, xlsxOf } from './spreadsheets/write-xlsx.js';
export { Arrivals, type ListedArrival } from './storage/arrivals.js';
export { atOnce } from './storage/at-once.js';
export { DirectPutTogether } from './storage/direct-put-together.js';
export { LocalStorage } from './storage/local-storage.js';
export { type FileStore, openFileStore } from './storage/open-file-store.js';
export type { PutTogether } from './storage/put-together.js';
export { type ByteRange, type ListedBytes, Storage, type StoredBytes, TooManyBytes } from './storage/storage.js';
