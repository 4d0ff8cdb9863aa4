import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** What a file brings in. */
export const ImportKindName = z.enum(['people', 'organisations', 'completions']);
export type ImportKindName = z.infer<typeof ImportKindName>;

/**
 * `reading` the file; `refused`: it is no table; `columns`: waits for somebody to say which is which; `checking` the rows;
 * `checked`: shows what would change; `applying`; `applied`.
 */
export const ImportState = z.enum(['reading', 'refused', 'columns', 'checking', 'checked', 'applying', 'applied']);
export type ImportState = z.infer<typeof ImportState>;

/**
 * What a row comes to: `new` and `change` write something, `same` does not; `unsure` waits for somebody to say who is
 * meant; `faulty` cannot be used; `leaving` stands for somebody whom the file leaves out.
 */
export const RowOutcome = z.enum(['new', 'change', 'same', 'unsure', 'faulty', 'leaving']);
export type RowOutcome = z.infer<typeof RowOutcome>;

export const ImportColumn = z.object({
  key: z.string(),
  heading: z.string(),
  /** `one` of the columns of a group has to be there. */
  needed: z.enum(['yes', 'no', 'one']),
  /** Whether it makes sense that all rows have the same, where the file does not say it. */
  common: z.boolean(),
  help: z.string(),
  example: z.string(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const ImportKind = z.object({
  kind: ImportKindName,
  columns: z.array(ImportColumn),
  /** Whether people whom the file leaves out can be given a last day. */
  leavers: z.boolean(),
});
export type ImportKind = z.infer<typeof ImportKind>;
export const ImportKinds = z.object({ items: z.array(ImportKind) }).meta({ id: 'ImportKinds' });
export type ImportKinds = z.infer<typeof ImportKinds>;

export const ImportOptions = z.strictObject({
  /** Their last day, for people engaged in an organisation that the file is about and who are not in it; null: nobody leaves. */
  leaversEndOn: CalendarDate.nullable().default(null),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ImportCounts = z.object({
  new: z.number().int(),
  change: z.number().int(),
  same: z.number().int(),
  unsure: z.number().int(),
  faulty: z.number().int(),
  leaving: z.number().int(),
  /** What applying would write. */
  chosen: z.number().int(),
  chosenLeaving: z.number().int(),
  applied: z.number().int(),
  failed: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportItem = z.object({
  id: Id,
  kind: ImportKindName,
  fileName: z.string(),
  state: ImportState,
  /** Rows below the headings. */
  total: z.number().int(),
  createdAt: Instant,
  createdByName: z.string(),
  /** Made by whoever reads this. */
  mine: z.boolean(),
});
export type ImportItem = z.infer<typeof ImportItem>;
export const ImportPage = pageOf(ImportItem).meta({ id: 'ImportPage' });
export type ImportPage = z.infer<typeof ImportPage>;

export const Import = ImportItem.extend({
  refusal: z.string().nullable(),
  headings: z.array(z.string()),
  /** The first rows, as they stand in the file. */
  samples: z.array(z.array(z.string())),
  /** Key of a column → place in `headings`. */
  mapping: z.record(z.string(), z.number().int()),
  /** Key of a column that the file does not have → what all rows have there. */
  common: z.record(z.string(), z.string()),
  options: ImportOptions,
  /** Of the step that is being done. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  counts: ImportCounts,
  /** How many are engaged where the file is about; null unless leavers were asked for. */
  engaged: z.number().int().nullable(),
  /** More of them leaving than that many needs a confirmation. */
  mostLeaving: z.number().int().nullable(),
  checkedAt: Instant.nullable(),
  appliedAt: Instant.nullable(),
  /** Rows and messages are deleted on this day; they hold personal data. */
  clearsOn: CalendarDate,
  cleared: z.boolean(),
}).meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

export const ImportQuery = PageQuery.extend({ kind: ImportKindName.optional() });
export type ImportQuery = z.infer<typeof ImportQuery>;
/** The body is the file itself, or a pasted table as text. */
export const StartImportQuery = z.strictObject({ kind: ImportKindName, name: shortText(200) });
export type StartImportQuery = z.infer<typeof StartImportQuery>;

export const CheckImportRequest = z.strictObject({
  mapping: z.record(z.string().max(40), z.number().int().min(0).max(200)),
  common: z.record(z.string().max(40), shortText(200)).default({}),
  options: ImportOptions.default({ leaversEndOn: null }),
});
export type CheckImportRequest = z.infer<typeof CheckImportRequest>;

/** Of one column of the kind, or of the row as a whole. */
const RowMessage = z.object({ column: z.string().nullable(), message: z.string() });
export const ImportRow = z.object({
  n: z.number().int(),
  /** Who or what it is about. */
  about: z.string(),
  outcome: RowOutcome,
  cells: z.array(z.string()),
  messages: z.array(RowMessage),
  /** What stands and what will; `before` is empty for what is new. */
  diff: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
  likely: z.array(z.object({ personId: Id, name: z.string(), detail: z.string() })),
  choice: z.string().nullable(),
  selected: z.boolean(),
  result: z.enum(['applied', 'failed']).nullable(),
  note: z.string().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;
export const ImportRowPage = pageOf(ImportRow).meta({ id: 'ImportRowPage' });
export type ImportRowPage = z.infer<typeof ImportRowPage>;
export const ImportRowQuery = PageQuery.extend({
  outcome: RowOutcome.optional(),
  /** Only rows that were applied, or failed. */
  result: z.enum(['applied', 'failed']).optional(),
  q: z.string().trim().max(100).optional(),
});
export type ImportRowQuery = z.infer<typeof ImportRowQuery>;

export const ImportRowParams = z.strictObject({ id: Id, n: z.coerce.number().int().min(1) });
export type ImportRowParams = z.infer<typeof ImportRowParams>;
/** Who is meant: one of the row's likely people, or somebody new. */
export const ChooseRowRequest = z.strictObject({ choice: z.union([Id, z.literal('new')]) });
export type ChooseRowRequest = z.infer<typeof ChooseRowRequest>;
/** The same for every row that waits for it: all of them are somebody new, or each is whoever is likeliest. */
export const ChooseAllRequest = z.strictObject({ choice: z.enum(['new', 'likeliest']) });
export type ChooseAllRequest = z.infer<typeof ChooseAllRequest>;
/** Rows to apply or to leave out: these, or all of an outcome. */
export const SelectRowsRequest = z
  .strictObject({
    rows: z.array(z.number().int()).max(500).optional(),
    outcome: RowOutcome.optional(),
    selected: z.boolean(),
  })
  .refine((r) => (r.rows === undefined) !== (r.outcome === undefined), { message: 'Say which rows, or which outcome' });
export type SelectRowsRequest = z.infer<typeof SelectRowsRequest>;
/** `leaving` repeats how many leave, where that is more than usual. */
export const ApplyImportRequest = z.strictObject({ leaving: z.number().int().optional() });
export type ApplyImportRequest = z.infer<typeof ApplyImportRequest>;

export const ResultQuery = z.strictObject({ rows: z.enum(['all', 'faulty']).default('all') });
export type ResultQuery = z.infer<typeof ResultQuery>;

export const ImportMapping = z.object({
  id: Id,
  name: z.string(),
  /** Key of a column → heading of the file. */
  headings: z.record(z.string(), z.string()),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
export const ImportMappings = z.object({ items: z.array(ImportMapping) }).meta({ id: 'ImportMappings' });
export type ImportMappings = z.infer<typeof ImportMappings>;
export const ImportMappingQuery = z.strictObject({ kind: ImportKindName });
export const SaveMappingRequest = z.strictObject({
  kind: ImportKindName,
  name: shortText(80),
  headings: z.record(z.string().max(40), z.string().max(4000)),
});
export type SaveMappingRequest = z.infer<typeof SaveMappingRequest>;
