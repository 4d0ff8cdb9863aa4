import { ApiProblem, brand, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, ErrorState, LinkButton, Page } from '@lms/web-ui';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { appTexts } from '../texts.js';
import { NotFoundPage } from './NotFoundPage.js';

/** A page that could not load or broke: in its place, within the frame where there is one. */
export function ErrorPage() {
  const error = useRouteError();
  const problem = error instanceof ApiProblem ? error : null;
  return problem?.status === 404 ? <NotFoundPage /> : <Broken problem={problem} />;
}

function Broken({ problem }: { problem: ApiProblem | null }) {
  const { t } = useTexts(appTexts);
  const { reset } = useQueryErrorResetBoundary();
  const navigate = useNavigate();
  const location = useLocation();
  const kind = problem?.code === 'no-signal' ? 'noSignal' : problem?.status === 403 ? 'denied' : 'title';
  const title = t(`error.${kind}`);
  usePageTitle(title);
  const again = () => {
    reset();
    // Arriving at the same address anew is what makes the router show the page again.
    void navigate(location, { replace: true });
  };
  return (
    <Page>
      <ErrorState
        level={1}
        title={title}
        text={t(kind === 'title' ? 'error.text' : `error.${kind}Text`)}
        reference={problem?.requestId && t('error.reference', { id: problem.requestId })}
        action={
          <>
            {kind !== 'denied' && <Button onClick={again}>{t('error.again')}</Button>}
            <LinkButton to={paths.today}>{t('error.today')}</LinkButton>
          </>
        }
      />
      {brand.help && <p>{brand.help}</p>}
    </Page>
  );
}
