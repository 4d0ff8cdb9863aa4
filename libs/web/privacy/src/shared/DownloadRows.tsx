import type { DataRequest } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Hidden, Icon, LinkButton, Plate, ProgressRoad, Row, Rows } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { fileAddress } from '../api/downloads.js';
import { commonTexts } from '../texts/common.js';
import { bytesWords } from './bytes-words.js';
import styles from './shared.module.css';

interface Props {
  requests: readonly DataRequest[];
  label: string;
  /** What names a row: the person in a list of many, else when it was asked. */
  title: (request: DataRequest) => ReactNode;
  /** Who asked, where that is not the title. */
  asked?: (request: DataRequest) => string;
}

/** Files of somebody's whole data: being made, to be taken, or over. */
export function DownloadRows({ requests, label, title, asked }: Props) {
  return (
    <Rows label={label}>
      {requests.map((request) => (
        <Row
          key={request.id}
          title={title(request)}
          detail={<State request={request} asked={asked?.(request)} />}
          action={request.state === 'ready' && request.mine ? <Take request={request} /> : undefined}
        />
      ))}
    </Rows>
  );
}

function Take({ request }: { request: DataRequest }) {
  const { t } = useTexts(commonTexts);
  return (
    <LinkButton to={fileAddress(request.id)} reloadDocument download size="small">
      <Icon name="download" size={18} />
      {t('download.file', { size: bytesWords(t, request.size ?? 0) })}
      <Hidden> {t('download.whose', { name: request.name })}</Hidden>
    </LinkButton>
  );
}

function State({ request, asked }: { request: DataRequest; asked: string | undefined }) {
  const { t } = useTexts(commonTexts);
  const { state, progress, endsAt, mine, reason } = request;
  const open = state === 'waiting' || state === 'making';
  return (
    <div className={styles.facts}>
      {asked && <p>{asked}</p>}
      {reason && <p>“{reason}”</p>}
      {open && (
        <div>
          {t('download.making', { percent: progress })}
          <span className={styles.bar}>
            <ProgressRoad percent={progress} label={t('download.progress')} look="bar" />
          </span>
        </div>
      )}
      {state === 'ready' && endsAt && <p>{t('download.until', { moment: formatMoment(endsAt) })}</p>}
      {state === 'ready' && !mine && <p>{t('download.others')}</p>}
      {state === 'failed' && <Plate look="danger">{t('download.failed')}</Plate>}
      {state === 'ended' && <Plate look="soft">{t('download.ended')}</Plate>}
    </div>
  );
}
