import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { FormActions, LinkButton, Page, PageHeader } from '@lms/web-ui';
import { appTexts } from '../texts.js';

/** No such page; what a person may not see reads the same. */
export function NotFoundPage() {
  const { t } = useTexts(appTexts);
  usePageTitle(t('notFound.title'));
  return (
    <Page>
      <PageHeader title={t('notFound.title')} lead={t('notFound.text')} />
      <FormActions>
        <LinkButton variant="main" to={paths.today}>
          {t('error.today')}
        </LinkButton>
      </FormActions>
    </Page>
  );
}
