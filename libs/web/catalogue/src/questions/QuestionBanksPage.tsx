import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, FormActions, Page, PageHeader, SearchField, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { withParam } from '../components/with-param.js';
import { commonTexts } from '../texts/common.js';
import { banksQuery } from './api/banks.js';
import { BankDialog } from './bank/BankDialog.js';
import { BankTable } from './bank/BankTable.js';
import { questionTexts } from './texts.js';
import styles from './Questions.module.css';

/** Every question bank, found by a search that lives in the address. */
export function QuestionBanksPage() {
  const { t } = useTexts(questionTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [making, setMaking] = useState(false);
  const q = params.get('q') ?? '';
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(banksQuery(q));
  const exported = useListExport([{ list: 'question-banks', filters: { q } }]);
  usePageTitle(t('banks.title'));
  if (!data) return <PageSkeleton />;
  const banks = data.pages.flatMap((page) => page.items);
  const make = can(me, 'courses.write') && (
    <Button variant="main" onClick={() => setMaking(true)}>
      {t('banks.new')}
    </Button>
  );
  const find = (text: string) => setParams(withParam(params, 'q', text), { replace: true, preventScrollReset: true });
  const made = (id: string, title: string) => {
    toast(t('bankForm.created', { title }));
    void navigate(paths.questionBank(id));
  };
  return (
    <Page width="wide">
      <PageHeader
        title={t('banks.title')}
        lead={t('banks.lead')}
        aside={
          <>
            <SearchField label={t('banks.search')} value={q} onSearch={find} />
            {banks.length > 0 && <ExportMenu {...exported} />}
            {banks.length > 0 || q ? make : null}
          </>
        }
      />
      <div className={styles.list}>
        {banks.length > 0 ? (
          <BankTable banks={banks} />
        ) : q ? (
          <Empty level={2} title={t('banks.none')} text={t('banks.noneText')} />
        ) : (
          <Empty level={2} title={t('banks.empty')} text={t('banks.emptyText')} action={make} />
        )}
        {hasNextPage && (
          <FormActions>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {common('more')}
            </Button>
          </FormActions>
        )}
      </div>
      {making && <BankDialog bank={null} onDone={made} onClose={() => setMaking(false)} />}
    </Page>
  );
}
