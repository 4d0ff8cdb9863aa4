import type { CoursePage, Equivalence, EquivalenceVersion } from '@lms/contracts';
import { fieldProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, Section, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApprovalPart } from './ApprovalPart.js';
import { previewQuery, useDiscard, usePreview } from './api.js';
import styles from './equivalences.module.css';
import { PreviewPart } from './PreviewPart.js';
import { TermsFields } from './TermsFields.js';
import { equivalenceTexts } from './texts.js';
import { useTerms } from './use-terms.js';
import { Versions } from './Versions.js';

interface Props {
  equivalence: Equivalence;
  version: EquivalenceVersion;
  courses: CoursePage['items'];
}

/** A draft: its terms, what they would do, and the way into force. */
export function DraftPart({ equivalence, version, courses }: Props) {
  const { t } = useTexts(equivalenceTexts);
  const navigate = useNavigate();
  const { terms, change, flush, saved, state } = useTerms(version);
  const make = usePreview(version.id);
  const discard = useDiscard(version.id);
  const [seen, setSeen] = useState<{ id: string; of: number } | null>(null);
  const shown = seen?.of === saved && state.at === 'saved' ? seen.id : null;
  const { data: preview } = useQuery(previewQuery(shown));
  const look = async () => {
    const of = await flush();
    if (of !== null) make.mutate(undefined, { onSuccess: ({ id }) => setSeen({ id, of }) });
  };
  // Who comes from the form sees at once what it would do.
  const first = useRef(version.number === 1 && version.version === 1 && version.returnedReason === null);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    make.mutate(undefined, { onSuccess: ({ id }) => setSeen({ id, of: version.version }) });
  }, [make, version.version]);
  const problem = (path: string) => fieldProblem(make.error, path) ?? null;
  const gone = () => {
    toast(t('page.discarded'));
    void navigate(equivalence.versions.length > 1 ? paths.equivalence(equivalence.id) : paths.equivalences);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {version.returnedReason && <Notice>{t('page.returned', { reason: version.returnedReason })}</Notice>}
        {make.error && <Notice tone="danger">{problemText(make.error)}</Notice>}
        <Section title={t('form.terms')}>
          <TermsFields terms={terms} courses={courses} onChange={change} problem={problem} />
          <p className={styles.quiet} aria-live="polite">
            {state.at === 'failed' ? t('page.unsaved', { why: problemText(state.error) }) : t(`page.${state.at}`)}
          </p>
        </Section>
        {preview && <PreviewPart preview={preview} />}
      </div>
      <div className={styles.side}>
        <ApprovalPart
          version={version}
          preview={preview ?? null}
          onPreview={() => void look()}
          previewing={make.isPending || state.at === 'saving'}
        />
        <Versions equivalence={equivalence} shown={version.id} />
        <Button variant="quiet" busy={discard.isPending} onClick={() => discard.mutate(saved, { onSuccess: gone })}>
          {t('page.discard')}
        </Button>
      </div>
    </div>
  );
}
