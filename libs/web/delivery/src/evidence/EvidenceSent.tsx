import type { EvidenceItem, EvidenceStatus } from '@lms/contracts';
import { formatDay, formatDayOf, formatMoment, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, Row, Rows, Section } from '@lms/web-ui';
import { useState } from 'react';
import { assessTexts } from '../assess/texts.js';
import { EvidenceFacts } from './EvidenceFacts.js';
import { EvidenceForm } from './EvidenceForm.js';
import { EvidencePicture } from './EvidencePicture.js';
import styles from './EvidenceSent.module.css';

interface Props {
  status: EvidenceStatus;
  onSent: () => void;
}

/** Where an activity's evidence stands: nothing sent, waiting, returned, accepted; and what can be done about it. */
export function EvidenceSent({ status, onSent }: Props) {
  const { t } = useTexts(assessTexts);
  const [changing, setChanging] = useState(false);
  const [latest, ...earlier] = status.items;
  const sent = () => {
    setChanging(false);
    onSent();
  };
  const form = (before?: EvidenceItem) => (
    <EvidenceForm key={before?.id ?? 'new'} status={status} before={before} onSent={sent} />
  );
  return (
    <div className={styles.sent}>
      {!latest && !status.done && form()}
      {latest && <Latest item={latest} />}
      {latest?.state === 'returned' && form(latest)}
      {latest?.state === 'waiting' &&
        (changing ? (
          <>
            {form(latest)}
            <FormActions>
              <Button onClick={() => setChanging(false)}>{t('evidence.cancelChange')}</Button>
            </FormActions>
          </>
        ) : (
          <FormActions>
            <Button onClick={() => setChanging(true)}>{t('evidence.change')}</Button>
          </FormActions>
        ))}
      {earlier.length > 0 && (
        <Section title={t('evidence.earlier')}>
          <Rows>
            {earlier.map((item) => (
              <Row
                key={item.id}
                title={t(`state.${item.state}`)}
                detail={
                  <>
                    {t('evidence.sentBy', { day: formatDayOf(item.submittedAt), name: item.submittedByName })}
                    {item.check?.note && <div>{t('queue.reason', { reason: item.check.note })}</div>}
                  </>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </div>
  );
}

function Latest({ item }: { item: EvidenceItem }) {
  const { t } = useTexts(assessTexts);
  return (
    <>
      {item.state === 'waiting' && (
        <Notice>
          <b>{t('evidence.waiting')}</b> {t('evidence.waitingText')}
        </Notice>
      )}
      {item.state === 'returned' && item.check && (
        <Notice tone="danger">
          <b>{t('evidence.returned')}</b>
          <div>{t('evidence.returnedBy', { name: item.check.byName, day: formatDayOf(item.check.at) })}</div>
          <div>{t('queue.reason', { reason: item.check.note })}</div>
        </Notice>
      )}
      {item.state === 'accepted' && item.check && (
        <Notice tone="good">
          <b>{t('evidence.accepted', { name: item.check.byName, day: formatDayOf(item.check.at) })}</b>{' '}
          {item.check.expiresOn && t('evidence.validTo', { day: formatDay(item.check.expiresOn) })}
          {item.check.note && (
            <div>{t('evidence.acceptedNote', { name: item.check.byName, note: item.check.note })}</div>
          )}
        </Notice>
      )}
      {item.state !== 'returned' && (
        <>
          <EvidenceFacts item={item} />
          {item.file && <EvidencePicture file={item.file} />}
          <p className={styles.by}>
            {t('evidence.sentBy', { day: formatMoment(item.submittedAt), name: item.submittedByName })}
          </p>
        </>
      )}
    </>
  );
}
