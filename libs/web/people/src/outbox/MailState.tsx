import type { MailItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { outboxTexts } from '../texts/outbox.js';

const looks = { waiting: 'outline', sent: 'ink', failed: 'danger', kept: 'soft' } as const;

export function MailState({ state }: { state: MailItem['state'] }) {
  const { t } = useTexts(outboxTexts);
  return <Plate look={looks[state]}>{t(`states.${state}`)}</Plate>;
}
