import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { sessionQuery } from '../api/session.js';
import { ChangeSessionForm } from '../components/ChangeSessionForm.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { deskTexts } from '../texts/desk.js';

/** Changes a session. The form begins anew where somebody else's change is to be seen. */
export function ChangeSessionPage() {
  const { t } = useTexts(deskTexts);
  const { sessionId = '' } = useParams();
  const { data: session, refetch } = useQuery({ ...sessionQuery(sessionId), refetchOnWindowFocus: false });
  const [seen, setSeen] = useState(0);
  usePageTitle(t('plan.changeTitle'));
  if (!session) return <PageSkeleton />;
  return (
    <Page width="reading">
      <PageHeader
        title={t('plan.changeTitle')}
        lead={session.courseTitle}
        above={<Link to={paths.session(sessionId)}>{t('plan.back')}</Link>}
      />
      <ChangeSessionForm
        key={seen}
        session={session}
        onAgain={() => void refetch().then(() => setSeen((times) => times + 1))}
      />
    </Page>
  );
}
