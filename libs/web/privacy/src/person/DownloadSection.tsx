import { can, formatMoment, useMe, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadsQuery, useAskForData } from '../api/downloads.js';
import { AreaField } from '../shared/AreaField.js';
import { DownloadRows } from '../shared/DownloadRows.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

/** Files of a person's whole data, and asking for one. */
export function DownloadSection({ personId }: { personId: string }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const writes = can(useMe(), 'privacy.write');
  const list = useInfiniteQuery(downloadsQuery(personId));
  const requests = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('download.title')}>
      <div className={styles.part}>
        <p>{t('download.lead')}</p>
        {requests.length > 0 && (
          <DownloadRows
            requests={requests}
            label={t('download.files')}
            title={({ askedByName, askedAt }) =>
              common('download.askedBy', { name: askedByName, moment: formatMoment(askedAt) })
            }
          />
        )}
        <MoreButton list={list} />
        {writes && <AskForm personId={personId} />}
      </div>
    </Section>
  );
}

function AskForm({ personId }: { personId: string }) {
  const { t } = useTexts(personTexts);
  const { of } = useAskForData();
  const { busy, problem, run } = useDoing();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    void run(
      () => of(personId, reason.trim()),
      () => {
        toast(t('download.asked'));
        setReason('');
      },
    );
  };
  return (
    <Form onSubmit={submit} label={t('download.ask')}>
      <AreaField
        label={t('download.reason')}
        hint={t('download.reasonHint')}
        error={missing && reason.trim() === '' ? t('download.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FormActions>
        <Button type="submit" busy={busy}>
          {t('download.ask')}
        </Button>
      </FormActions>
    </Form>
  );
}
