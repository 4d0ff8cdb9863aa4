import type { CommitResult, OpenedActivity } from '@lms/contracts';
import { formatMoment, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, LinkButton, Notice } from '@lms/web-ui';
import { useMutation } from '@tanstack/react-query';
import { acknowledge } from '../api/acknowledge.js';
import { Download } from '../document/Download.js';
import { deliveryTexts } from '../texts.js';
import { contentAddress } from './content-address.js';
import styles from './DocumentPlayer.module.css';
import { PdfPages } from './PdfPages.js';
import { sizeInWords } from './size-in-words.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

/** A document to read, and the promise that it was read: of exactly these bytes, by this person. */
export function DocumentPlayer({ opened, onDone }: Props) {
  const { t } = useTexts(deliveryTexts);
  const { name } = useMe();
  const file = opened.file;
  const confirm = useMutation({
    mutationFn: () => acknowledge(opened.attemptId, { sha256: file?.sha256 ?? '', name }),
    onSuccess: onDone,
  });
  const doneAt = opened.doneAt ?? (confirm.isSuccess ? new Date(confirm.submittedAt).toISOString() : null);
  if (!file) return <Notice tone="danger">{t('document.failed')}</Notice>;
  const address = contentAddress(opened, file.path);
  return (
    <>
      {file.mediaType === 'application/pdf' ? (
        <PdfPages address={address} title={opened.title} />
      ) : (
        <Download address={address} name={file.name} size={file.size} />
      )}
      <section className={styles.confirm} aria-labelledby="confirm">
        <h2 id="confirm">{t('document.title')}</h2>
        {doneAt ? (
          <p>{t('document.done', { moment: formatMoment(doneAt) })}</p>
        ) : (
          <>
            <p>{t('document.text', { name })}</p>
            {confirm.error && <Notice tone="danger">{problemText(confirm.error)}</Notice>}
            <Button variant="here" size="large" busy={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('document.confirm')}
            </Button>
          </>
        )}
        {file.mediaType === 'application/pdf' && (
          <LinkButton variant="quiet" to={address} download={file.name}>
            {t('document.download', { size: sizeInWords(file.size) })}
          </LinkButton>
        )}
      </section>
    </>
  );
}
