import type { QuestionBank } from '@lms/contracts';
import { can, paths, useMe, useTexts } from '@lms/web-platform';
import { Button, LinkButton, PageHeader, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { exportAddress } from '../api/import-questions.js';
import { questionTexts } from '../texts.js';
import { BankDialog } from './BankDialog.js';
import styles from '../Questions.module.css';

/** A bank's name, what it holds, who uses it, and what can be done with it. */
export function BankHead({ bank }: { bank: QuestionBank }) {
  const { t, rich } = useTexts(questionTexts);
  const me = useMe();
  const [renaming, setRenaming] = useState(false);
  const writes = can(me, 'courses.write');
  const courses = (
    <>
      {bank.usedBy.map(({ courseId, title }, index) => (
        <span key={courseId}>
          {index > 0 && ', '}
          <Link to={paths.manageCourse(courseId)}>{title}</Link>
        </span>
      ))}
    </>
  );
  return (
    <>
      <PageHeader
        title={bank.title}
        above={<Link to={paths.questionBanks}>{t('bank.back')}</Link>}
        lead={bank.description || undefined}
        aside={
          <>
            {writes && (
              <Button variant="quiet" onClick={() => setRenaming(true)}>
                {t('bank.edit')}
              </Button>
            )}
            <LinkButton to={exportAddress(bank.id)} reloadDocument download>
              {t('bank.export')}
            </LinkButton>
            {writes && <LinkButton to={paths.importQuestions(bank.id)}>{t('bank.import')}</LinkButton>}
            {writes && (
              <LinkButton variant="main" to={paths.newQuestion(bank.id)}>
                {t('bank.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <p className={styles.facts}>
        {[
          t('bank.facts', { count: bank.questions }),
          bank.safetyCritical > 0 && t('bank.critical', { count: bank.safetyCritical }),
        ]
          .filter(Boolean)
          .join(', ')}
        {'. '}
        {bank.usedBy.length > 0 ? rich('bank.usedBy', { courses }) : null}
      </p>
      {renaming && (
        <BankDialog
          bank={bank}
          onDone={() => {
            setRenaming(false);
            toast(t('bankForm.saved'));
          }}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
