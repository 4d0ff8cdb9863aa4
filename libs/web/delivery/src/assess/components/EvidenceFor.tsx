import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Hidden, Notice, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { evidenceChoicesQuery } from '../api/evidence.js';
import { assessTexts } from '../texts.js';

interface Props {
  personId: string;
  /** As it was found; null after the page was loaded again. */
  name: string | null;
  onChoose: (activityId: string) => void;
  onOther: () => void;
}

/** Which card: what is asked of the person first. */
export function EvidenceFor({ personId, name, onChoose, onOther }: Props) {
  const { t } = useTexts(assessTexts);
  const { data, error } = useQuery(evidenceChoicesQuery(personId));
  const who = name ?? '';
  return (
    <Section title={t('send.choose', { name: who })}>
      {error && <Notice tone="danger">{problemText(error)}</Notice>}
      {data?.items.length === 0 && <Empty title={t('send.nothing', { name: who })} />}
      <Rows label={t('send.choose', { name: who })}>
        {data?.items.map((item) => (
          <Row
            key={item.activityId}
            title={item.courseTitle}
            detail={[
              t(item.required ? 'list.required' : 'list.notRequired'),
              item.state && item.state !== 'replaced' ? `${t(`state.${item.state}`)}.` : '',
              item.validUntil ? t('send.validTo', { day: formatDay(item.validUntil) }) : '',
            ]
              .filter(Boolean)
              .join(' ')}
            action={
              <Button onClick={() => onChoose(item.activityId)}>
                {t('send.select')}
                <Hidden>{t('named', { name: item.courseTitle })}</Hidden>
              </Button>
            }
          />
        ))}
      </Rows>
      <FormActions>
        <Button variant="quiet" onClick={onOther}>
          {t('send.another')}
        </Button>
      </FormActions>
    </Section>
  );
}
