import { formatDay, useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { recordsTexts } from '../texts.js';

interface Props {
  /** Null for one's own. */
  personId: string | null;
  seq: number;
  title: string;
  completedOn: string;
}

/** Takes away the certificate of a completion. */
export function CertificateLink({ personId, seq, title, completedOn }: Props) {
  const { t } = useTexts(recordsTexts);
  const of = personId ? `/people/${personId}` : '/my';
  return (
    <a href={`/api/v1${of}/completions/${seq}/certificate`} download>
      {t('files.certificate')}
      <Hidden> {t('files.certificateOf', { title, day: formatDay(completedOn) })}</Hidden>
    </a>
  );
}
