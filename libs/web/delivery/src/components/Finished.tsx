import type { CourseOutline } from '@lms/contracts';
import { formatDay, paths, useTexts } from '@lms/web-platform';
import { LinkButton, Sign } from '@lms/web-ui';
import { deliveryTexts } from '../texts.js';

/** The end of a course. */
export function Finished({ outline }: { outline: CourseOutline }) {
  const { t } = useTexts(deliveryTexts);
  const day = outline.completedOn ? formatDay(outline.completedOn) : '';
  return (
    <Sign
      destination={t('finished.title')}
      details={
        <p>
          {t('finished.lead', { title: outline.title, day })}{' '}
          {outline.validUntil ? t('finished.valid', { day: formatDay(outline.validUntil) }) : t('finished.forLife')}
        </p>
      }
      actions={
        <>
          <LinkButton variant="here" size="large" to={paths.today}>
            {t('finished.today')}
          </LinkButton>
          <LinkButton to={paths.record}>{t('finished.record')}</LinkButton>
        </>
      }
    />
  );
}
