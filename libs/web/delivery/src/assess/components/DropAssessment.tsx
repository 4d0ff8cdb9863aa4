import type { AssessmentSheet } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { dropAssessment } from '../api/assessments.js';
import type { AssessmentDraft } from '../draft/assessment-draft.js';
import { assessTexts } from '../texts.js';
import styles from './AssessSheet.module.css';

/** Begun by mistake: nothing of it stays. */
export function DropAssessment({ sheet, draft }: { sheet: AssessmentSheet; draft: AssessmentDraft }) {
  const { t } = useTexts(assessTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const drop = useMutation({
    mutationFn: async () => {
      draft.stop();
      await dropAssessment(sheet.id);
    },
    onSuccess: () => {
      draft.finish();
      void client.invalidateQueries({ queryKey: ['assessments'] });
      void navigate(paths.assess);
    },
  });
  return (
    <div className={styles.drop}>
      {drop.error && <Notice tone="danger">{problemText(drop.error)}</Notice>}
      {sure ? (
        <FormActions>
          <Button variant="danger" busy={drop.isPending} onClick={() => drop.mutate()}>
            {t('sheet.dropSure')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('sheet.dropKeep')}</Button>
        </FormActions>
      ) : (
        <Button variant="quiet" onClick={() => setSure(true)}>
          {t('sheet.drop')}
        </Button>
      )}
    </div>
  );
}
