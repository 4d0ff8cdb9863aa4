import type { MailItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { outboxTexts } from '../texts/outbox.js';

const looks = { waiting: 'outline', sent: 'ink', failed: 'danger', kept: 'soft' } as const;

export function MailState({ mail: { state, endedWhy } }: { mail: Pick<MailItem, 'state' | 'endedWhy'> }) {
  const { t } = useTexts(outboxTexts);
  if (state === 'failed' && endedWhy === 'late') return <Plate look="soft">{t('stateLate')}</Plate>;
  if (state === 'failed' && endedWhy === 'unsure') return <Plate look="outline">{t('stateUnsure')}</Plate>;
  return <Plate look={looks[state]}>{t(`states.${state}`)}</Plate>;
}
