import { formatDay, meQuery, problemText, safeNext, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { privacyNoticeQuery, useAcceptPrivacyNotice } from '../api/privacy-notice.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { identityTexts } from '../texts.js';

/** What is done with a person's data, read once for every version of it. */
export function PrivacyNoticePage() {
  const { t } = useTexts(identityTexts);
  const [search] = useSearchParams();
  const me = useQuery(meQuery());
  const { data: notice } = useQuery(privacyNoticeQuery());
  const accept = useAcceptPrivacyNotice();

  if (me.data?.privacyNotice.accepted) return <Navigate to={safeNext(search.get('next'))} replace />;
  if (!notice)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={300} />
      </Skeleton>
    );
  return (
    <OutsidePage
      title={notice.title}
      lead={t('privacy.lead', { version: notice.version, day: formatDay(notice.updatedOn) })}
    >
      {notice.paragraphs.map((paragraph) => (
        <Section key={paragraph.heading} title={paragraph.heading}>
          <p>{paragraph.text}</p>
        </Section>
      ))}
      <Form onSubmit={() => accept.mutate(notice.version)} label={notice.title}>
        {accept.error && <Notice tone="danger">{problemText(accept.error)}</Notice>}
        <FormActions>
          <Button type="submit" variant="main" busy={accept.isPending}>
            {t('privacy.accept')}
          </Button>
        </FormActions>
      </Form>
    </OutsidePage>
  );
}
