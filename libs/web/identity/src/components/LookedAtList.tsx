import { formatMoment, formatTime, useTexts } from '@lms/web-platform';
import { Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { impersonationsQuery } from '../api/impersonation.js';
import { identityTexts } from '../texts.js';

/** Who of support saw what one sees; no section where nobody did. */
export function LookedAtList() {
  const { t } = useTexts(identityTexts);
  const { data } = useQuery(impersonationsQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('account.looked')} aside={t('account.lookedHint')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {data.items.map((look) => (
            <Row
              key={look.id}
              title={look.byName}
              detail={t('account.lookedAt', {
                from: formatMoment(look.startedAt),
                until: formatTime(look.endedAt),
                reason: look.reason,
              })}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
