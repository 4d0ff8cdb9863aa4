import type { CourseVersion, SaveVersionRequest } from '@lms/contracts';
import { ApiProblem, formatMinutes, isProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Notice, Section } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { courseQuery } from '../api/course.js';
import { useSaveVersion } from '../api/save-version.js';
import { ConflictNotice, type Clash } from '../components/ConflictNotice.js';
import { SavedMark } from '../components/SavedMark.js';
import { SavingField } from '../fields/SavingField.js';
import { forgetKeptTexts } from '../fields/use-kept-text.js';
import { wholeNumber } from '../fields/whole-number.js';
import { courseTexts } from '../texts/courses.js';
import { RenewalSettings } from './RenewalSettings.js';
import styles from './VersionSettings.module.css';

/** How long a draft takes and how long it will count. Each field saves itself. */
export function VersionSettings({ version }: { version: CourseVersion }) {
  const { t } = useTexts(courseTexts);
  const client = useQueryClient();
  const save = useSaveVersion(version);
  const [forLife, setForLife] = useState(version.validityMonths === null);
  const [known, setKnown] = useState(version.validityMonths);
  if (known !== version.validityMonths) {
    // An undo, or somebody else.
    setKnown(version.validityMonths);
    setForLife(version.validityMonths === null);
  }
  const whole = version.activities.every((activity) => activity.minutes !== null);
  const sum = version.activities.reduce((minutes, activity) => minutes + (activity.minutes ?? 0), 0);
  // A new round forgets what was typed into the fields.
  const [round, setRound] = useState(0);
  const conflict = isProblem(save.error, 'changed-meanwhile');

  const read = () => client.fetchQuery({ ...courseQuery(version.courseId), staleTime: 0 });
  const showTheirs = async () => {
    const course = await read();
    const theirs = course.versions.find((other) => other.id === version.id);
    setForLife(theirs?.validityMonths === null);
    forgetKeptTexts(version.id);
    setRound(round + 1);
    save.reset();
  };
  const saveMine = async (mine: Partial<SaveVersionRequest>) => {
    await read();
    save.mutate(mine);
  };
  const months = (value: number | null) => (value === null ? t('settings.life') : t('months', { count: value }));
  const clashes = ({ minutes, validityMonths }: Partial<SaveVersionRequest>): Clash[] => [
    ...(minutes === undefined
      ? []
      : [{ label: t('settings.minutes'), mine: String(minutes), theirs: String(version.minutes) }]),
    ...(validityMonths === undefined
      ? []
      : [{ label: t('settings.validity'), mine: months(validityMonths), theirs: months(version.validityMonths) }]),
  ];
  const choose = (choice: 'life' | 'some') => {
    setForLife(choice === 'life');
    if (choice === 'life' && version.validityMonths !== null) save.mutate({ validityMonths: null });
  };
  const inMonths = (text: string) => wholeNumber(text, 1, 600);
  const inMinutes = (text: string) => wholeNumber(text, 0, 60_000);
  return (
    <>
      <Section
        title={t('settings.title')}
        aside={(save.isPending || save.isError) && <SavedMark saving={save.isPending} failed={save.isError} />}
      >
        {conflict && (
          <ConflictNotice
            who={save.error instanceof ApiProblem ? save.error.message : undefined}
            clashes={clashes(save.variables ?? {})}
            onTheirs={() => void showTheirs()}
            onMine={() => void saveMine(save.variables ?? {})}
          />
        )}
        {save.error && !conflict && <Notice tone="danger">{problemText(save.error)}</Notice>}
        <div className={styles.fields} key={round}>
          <div>
            <SavingField
              label={t('settings.minutes')}
              hint={t('settings.minutesHint')}
              inputMode="numeric"
              value={String(version.minutes)}
              keep={`${version.id}.minutes`}
              check={(text) => (inMinutes(text) === null ? t('settings.minutesWrong') : null)}
              onSave={(text) => save.mutate({ minutes: inMinutes(text) ?? version.minutes })}
            />
            {(sum > version.minutes || (whole && sum > 0 && sum < version.minutes)) && (
              <Button size="small" variant="quiet" onClick={() => save.mutate({ minutes: sum })}>
                {t('settings.useSum', { length: formatMinutes(sum) })}
              </Button>
            )}
          </div>
          <ChoiceField
            legend={t('settings.validity')}
            value={forLife ? 'life' : 'some'}
            options={[
              { value: 'life', label: t('settings.life') },
              { value: 'some', label: t('settings.some') },
            ]}
            onChange={choose}
          />
          {!forLife && (
            <SavingField
              label={t('settings.months')}
              inputMode="numeric"
              value={version.validityMonths === null ? '' : String(version.validityMonths)}
              keep={`${version.id}.months`}
              check={(text) => (inMonths(text) === null ? t('settings.monthsWrong') : null)}
              onSave={(text) => save.mutate({ validityMonths: inMonths(text) })}
            />
          )}
        </div>
      </Section>
      {(!forLife || version.renewal.anchor === 'fixed-dates') && (
        <RenewalSettings key={`renewal ${round}`} version={version} onSave={save.mutate} />
      )}
    </>
  );
}
