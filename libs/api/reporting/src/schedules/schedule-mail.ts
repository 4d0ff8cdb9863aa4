import { type MailLayout } from '@lms/api-platform';
import type { ScheduledFormat } from '@lms/contracts';
import { dateWords, londonDate, londonTime } from '@lms/domain';

const FORMATS: Record<ScheduledFormat, string> = {
  csv: 'a CSV file',
  xlsx: 'a workbook (XLSX)',
  pdf: 'a PDF',
};

export interface MadeList {
  title: string;
  rows: number;
  format: ScheduledFormat;
  madeAt: Date;
  endsAt: Date;
  dueAt: Date;
  late: boolean;
}

/** Says which list is there, of when and how long it is, and where; nothing of what stands in it, and nobody's name. */
export function scheduleMail(
  made: MadeList,
  links: { file: string; stop: string },
): { subject: string; layout: MailLayout } {
  const { title, rows, format, madeAt, endsAt, dueAt, late } = made;
  const many = rows === 1 ? '1 row' : `${rows} rows`;
  const day = dateWords(londonDate(madeAt));
  return {
    subject: `${title}, ${day}: ${many}`,
    layout: {
      greeting: 'Hello,',
      paragraphs: [
        `The list “${title}” is ready as ${FORMATS[format]}: ${many}, as it stood on ${day}, as far as you may see it.`,
        ...(late
          ? [
              `It was due on ${dateWords(londonDate(dueAt))} at ${londonTime(dueAt)}, and is late because {brand} was not running then.`,
            ]
          : []),
        `It opens after you sign in, for you alone, until ${dateWords(londonDate(endsAt))}.`,
      ],
      action: { label: 'Open the list', url: links.file },
      closing: 'You receive this because you are on the schedule of this list.',
      footer: [{ label: 'Stop receiving it', url: links.stop }],
    },
  };
}
