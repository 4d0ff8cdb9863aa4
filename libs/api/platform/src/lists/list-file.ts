import type { Readable } from 'node:stream';
import type { ListFormat } from '@lms/contracts';
import type { Brand } from '../brand/brand.js';
import { listCsv } from './list-csv.js';
import { listPdf } from './list-pdf.js';
import { listXlsx } from './list-xlsx.js';
import type { ShownList } from './shown-list.js';

export interface ListFile {
  bytes: Readable;
  type: string;
}

export const LIST_TYPES: Record<ListFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  zip: 'application/zip',
};

/** A list as it is shown, as a file; the stream fails with {@link ListTooLarge} where that makes no sense. */
export function listFile(list: ShownList, format: Exclude<ListFormat, 'zip'>, at: Date, brand?: Brand): ListFile {
  const write = { csv: listCsv, xlsx: listXlsx, pdf: listPdf }[format];
  return { bytes: write(list, at, brand), type: LIST_TYPES[format] };
}
