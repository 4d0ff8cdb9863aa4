import type { RuntimeLog } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Button, Icon } from '@lms/web-ui';
import { useState } from 'react';
import { logText } from './log-text.js';
import { logTexts } from './texts.js';

interface Props {
  log: RuntimeLog;
  visit: RuntimeLog['launches'][number];
}

/** The visit that is shown, as text to send on. */
export function TakeAway({ log, visit }: Props) {
  const { t } = useTexts(logTexts);
  const [copied, setCopied] = useState(false);
  const text = (): string =>
    logText(
      [log.courseTitle, log.activityTitle, t('visit', { number: visit.number, moment: formatMoment(visit.startedAt) })],
      visit.calls,
    );
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  const download = (): void => {
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/plain;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `visit-${visit.number}.txt` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Button onClick={() => void copy().catch(() => undefined)}>
        {copied && <Icon name="tick" />}
        <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
      </Button>
      <Button onClick={download}>
        <Icon name="download" />
        {t('download')}
      </Button>
    </>
  );
}
