import type { RuntimeCall } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, DataTable, Plate } from '@lms/web-ui';
import { useState } from 'react';
import styles from './CallTable.module.css';
import { after, callText } from './log-text.js';
import { logTexts } from './texts.js';

const step = 200;

/** What a lesson called and was answered; long logs come a piece at a time. */
export function CallTable({ calls, first }: { calls: readonly RuntimeCall[]; first: RuntimeCall }) {
  const { t } = useTexts(logTexts);
  const [shown, setShown] = useState(step);
  const parts = new Set(calls.map((call) => call.sco)).size > 1;
  return (
    <div className={styles.calls}>
      <DataTable
        caption={t('table')}
        rows={calls.slice(0, shown)}
        rowKey={(call) => call.n}
        columns={[
          { key: 'when', head: t('when'), tight: true, align: 'right', cell: (call) => after(call, first) },
          {
            key: 'call',
            head: t('call'),
            main: true,
            cell: (call) => <code className={styles.code}>{callText(call)}</code>,
          },
          ...(parts ? [{ key: 'part', head: t('part'), cell: (call: RuntimeCall) => call.sco }] : []),
          { key: 'answer', head: t('answer'), cell: (call) => <Answer call={call} /> },
        ]}
      />
      {calls.length > shown && <Button onClick={() => setShown(shown + step)}>{t('more')}</Button>}
    </div>
  );
}

function Answer({ call }: { call: RuntimeCall }) {
  const { t } = useTexts(logTexts);
  return (
    <>
      <code className={styles.code}>{JSON.stringify(call.answer)}</code>{' '}
      {call.error !== '' && <Plate look="danger">{t('error', { code: call.error })}</Plate>}
    </>
  );
}
