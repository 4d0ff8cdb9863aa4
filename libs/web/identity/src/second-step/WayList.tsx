import type { SecondFactor } from '@lms/contracts';
import { formatDayOf, formatMoment, problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Row, Rows, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useRemoveWay } from '../api/second-factor.js';
import { secondStepTexts } from '../texts/second-step.js';

interface Way {
  /** Below the API's own address of all of them. */
  path: string;
  name: string;
  detail: string;
}

/** What one has, and taking it away, which is asked once more. */
export function WayList({ mine }: { mine: SecondFactor }) {
  const { t } = useTexts(secondStepTexts);
  const ways: Way[] = [
    ...(mine.app
      ? [{ path: 'app', name: t('mine.app'), detail: t('mine.since', { day: formatDayOf(mine.app.since) }) }]
      : []),
    ...mine.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      path: `passkeys/${id}`,
      name,
      detail: lastUsedAt
        ? t('mine.used', { day: formatDayOf(createdAt), moment: formatMoment(lastUsedAt) })
        : t('mine.unused', { day: formatDayOf(createdAt) }),
    })),
  ];
  return (
    <Rows label={t('mine.list')}>
      {ways.map((way) => (
        <Row key={way.path} title={way.name} detail={way.detail} action={<Remove way={way} />} />
      ))}
    </Rows>
  );
}

function Remove({ way }: { way: Way }) {
  const { t } = useTexts(secondStepTexts);
  const remove = useRemoveWay();
  const [asking, setAsking] = useState(false);
  const { name } = way;
  const go = () =>
    remove.mutate(way.path, {
      onSuccess: () => toast(t('mine.removed', { name })),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    });
  if (!asking)
    return (
      <Button onClick={() => setAsking(true)}>
        {t('mine.remove')}
        <Hidden> {name}</Hidden>
      </Button>
    );
  return (
    <>
      <Button variant="danger" busy={remove.isPending} onClick={go} autoFocus>
        {t('mine.sure', { name })}
      </Button>
      <Button variant="quiet" onClick={() => setAsking(false)}>
        {t('mine.keep')}
      </Button>
    </>
  );
}
