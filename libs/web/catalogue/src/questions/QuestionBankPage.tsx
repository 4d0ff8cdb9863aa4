import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, LinkButton, Page } from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { commonTexts } from '../texts/common.js';
import { bankQuery } from './api/bank.js';
import { questionsQuery } from './api/questions.js';
import { BankHead } from './bank/BankHead.js';
import { filterOf, QuestionFilters } from './bank/QuestionFilters.js';
import { QuestionTable } from './bank/QuestionTable.js';
import { questionTexts } from './texts.js';
import styles from './Questions.module.css';

/** A bank with its questions, found by a search, a tag and a type. */
export function QuestionBankPage() {
  const { t } = useTexts(questionTexts);
  const { t: common } = useTexts(commonTexts);
  const { bankId = '' } = useParams();
  const [params] = useSearchParams();
  const filter = filterOf(params);
  const { data: bank } = useQuery(bankQuery(bankId));
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(questionsQuery(bankId, filter));
  usePageTitle(bank?.title);
  if (!bank || !data) return <PageSkeleton />;
  const questions = data.pages.flatMap((page) => page.items);
  const narrowed = Boolean(filter.q || filter.tag || filter.type);
  return (
    <Page width="wide">
      <BankHead bank={bank} />
      <QuestionFilters bank={bank} />
      <div className={styles.list}>
        {questions.length > 0 ? (
          <QuestionTable questions={questions} />
        ) : narrowed ? (
          <Empty level={2} title={t('bank.none')} text={t('bank.noneText')} />
        ) : filter.retired === 'yes' ? (
          <Empty level={2} title={t('bank.noneRetired')} text={t('bank.noneRetiredText')} />
        ) : (
          <Empty
            level={2}
            title={t('bank.empty')}
            text={t('bank.emptyText')}
            action={<LinkButton to={paths.newQuestion(bankId)}>{t('bank.new')}</LinkButton>}
          />
        )}
        {hasNextPage && (
          <FormActions>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {common('more')}
            </Button>
          </FormActions>
        )}
      </div>
    </Page>
  );
}
