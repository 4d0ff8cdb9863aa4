import type { Activity } from '@lms/contracts';
import { fieldProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useRecordInPerson } from '../api/record-in-person.js';
import { AreaField } from '../fields/AreaField.js';
import { recordingTexts } from '../texts/recording.js';
import { PeoplePicker, type ChosenPerson } from './PeoplePicker.js';
import styles from './PeoplePicker.module.css';

const most = 200;

/** What they did, when, and who; the list is empty again after it is recorded, the rest stays for the next group. */
export function RecordingForm({ activities }: { activities: readonly Activity[] }) {
  const { t } = useTexts(recordingTexts);
  const { today } = useMe();
  const record = useRecordInPerson();
  const [activityId, setActivityId] = useState(activities[0]?.id ?? '');
  const [date, setDate] = useState(today);
  const [note, setNote] = useState('');
  const [people, setPeople] = useState<readonly ChosenPerson[]>([]);
  const [tried, setTried] = useState(false);
  const dateError = !date ? t('dateMissing') : date > today ? t('future') : null;
  const peopleError = people.length === 0 ? t('nobody') : people.length > most ? t('full') : null;

  const choose = (next: readonly ChosenPerson[]) => {
    setPeople(next);
    setTried(false);
    record.reset();
  };
  const submit = () => {
    setTried(true);
    if (dateError || peopleError) return;
    const request = { personIds: people.map(({ id }) => id), completedOn: date, note: note.trim() };
    const done = () => {
      setPeople([]);
      setNote('');
      setTried(false);
    };
    record.mutate({ activityId, request }, { onSuccess: done });
  };
  const told = fieldProblem(record.error, 'completedOn') ?? fieldProblem(record.error, 'personIds');
  return (
    <Form onSubmit={submit} label={t('title')}>
      {record.data && (
        <Notice tone="good">
          {t('done', {
            recorded: t('recorded', { count: record.data.recorded }),
            already: t('already', { count: record.data.already }),
          })}
        </Notice>
      )}
      {record.error && !told && <Notice tone="danger">{problemText(record.error)}</Notice>}
      <ChoiceField
        legend={t('activity')}
        value={activityId}
        options={activities.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setActivityId}
      />
      <div className={styles.date}>
        <TextField
          label={t('date')}
          type="date"
          value={date}
          max={today}
          error={(tried || date > today ? dateError : null) ?? fieldProblem(record.error, 'completedOn')}
          onChange={(event) => setDate(event.target.value)}
        />
      </div>
      <PeoplePicker
        people={people}
        error={(tried ? peopleError : null) ?? fieldProblem(record.error, 'personIds')}
        onChange={choose}
      />
      <AreaField
        label={t('note')}
        hint={t('noteHint')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormActions>
        <Button type="submit" variant="main" busy={record.isPending}>
          {people.length > 0 ? t('submit', { count: people.length }) : t('submitNone')}
        </Button>
      </FormActions>
    </Form>
  );
}
