import type { CourseVersion, SaveVersionRequest } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { fieldProblem, formatDay, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useSaveVersion } from '../api/save-version.js';
import { Dialog } from '../components/Dialog.js';
import { AreaField } from '../fields/AreaField.js';
import { builderTexts } from '../texts/builder.js';
import { commonTexts } from '../texts/common.js';
import { InTheMiddle } from './InTheMiddle.js';
import { RefusalNotice } from './RefusalNotice.js';

interface Props {
  version: CourseVersion;
  action: 'ask' | 'publish';
  busy: boolean;
  error: unknown;
  /** Goes on once the choice is saved. */
  onGo: () => void;
  onClose: () => void;
}

/** As long as an earlier version goes on at least, in days. */
const NOTICE_DAYS = 7;

/** Before a version takes the place of another: what that means for people who are in the middle of it. */
export function ReleaseDialog({ version, action, busy, error, onGo, onClose }: Props) {
  const { t } = useTexts(builderTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const save = useSaveVersion(version);
  const [change, setChange] = useState(version.change);
  const [begun, setBegun] = useState(version.begun);
  const [day, setDay] = useState(version.oldEndsOn ?? '');
  const [ends, setEnds] = useState<'never' | 'day'>(version.oldEndsOn ? 'day' : 'never');
  const [news, setNews] = useState(version.news);
  const [tried, setTried] = useState(false);
  const restart = change === 'major' && begun === 'restart';
  const dated = restart && ends === 'day';
  const earliest = addDays(today, NOTICE_DAYS);
  const dayWrong = dated && day < earliest ? t('release.dayWrong', { day: formatDay(earliest) }) : null;
  const submit = () => {
    setTried(true);
    if (dayWrong) return;
    const request: Partial<SaveVersionRequest> = {
      change,
      begun: restart ? 'restart' : 'finish',
      oldEndsOn: dated ? day : null,
      news: news.trim(),
    };
    save.mutate(request, { onSuccess: onGo });
  };
  const title = t(action === 'ask' ? 'release.askTitle' : 'release.publishTitle', { number: version.number });
  return (
    <Dialog title={title} onClose={onClose} large>
      <Form onSubmit={submit}>
        <ChoiceField
          legend={t('release.change')}
          hint={t(`release.${change}Hint`)}
          value={change}
          options={[
            { value: 'minor', label: t('release.minor') },
            { value: 'major', label: t('release.major') },
          ]}
          onChange={setChange}
        />
        {change === 'major' && (
          <ChoiceField
            legend={t('release.begun')}
            value={begun}
            options={[
              { value: 'finish', label: t('release.finish') },
              { value: 'restart', label: t('release.restart') },
            ]}
            onChange={setBegun}
          />
        )}
        {restart && (
          <ChoiceField
            legend={t('release.ends')}
            value={ends}
            options={[
              { value: 'never', label: t('release.endsNever') },
              { value: 'day', label: t('release.endsOn') },
            ]}
            onChange={setEnds}
          />
        )}
        {dated && (
          <TextField
            type="date"
            label={t('release.day')}
            hint={t('release.dayHint')}
            min={earliest}
            value={day}
            error={(tried ? dayWrong : null) ?? fieldProblem(save.error, 'oldEndsOn')}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
        <InTheMiddle
          versionId={version.id}
          change={change}
          begun={begun}
          endsOn={dated ? (dayWrong ? 'unsaid' : day) : null}
        />
        <AreaField
          label={t('release.news')}
          hint={t('release.newsHint')}
          value={news}
          maxLength={1000}
          onChange={(event) => setNews(event.currentTarget.value)}
        />
        {save.error && !fieldProblem(save.error, 'oldEndsOn') ? (
          <Notice tone="danger">{problemText(save.error)}</Notice>
        ) : null}
        <RefusalNotice error={error} version={version} onFollow={onClose} />
        <FormActions>
          <Button type="submit" variant="main" busy={busy || save.isPending}>
            {t(`release.${action}`)}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
