import type { Task } from '@lms/contracts';
import { daysBetween } from '@lms/domain';
import { formatDay, paths, problemText, useMe, can, useTexts } from '@lms/web-platform';
import { Button, CountdownBoard, Form, FormActions, Hidden, Row, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDoTask } from '../api/tasks.js';
import { standingTexts } from '../texts.js';
import { AwayDate } from './AwayDate.js';
import styles from './TaskRow.module.css';

/** Something to do for somebody, or what was done: with who it is for, by when, and what has to come first. */
export function TaskRow({ task, today }: { task: Task; today: string }) {
  const { t, rich } = useTexts(standingTexts);
  const me = useMe();
  const step = useDoTask();
  const [noting, setNoting] = useState(false);
  const [note, setNote] = useState('');
  const done = task.doneOn !== null;
  const own = task.personId === me.personId;
  const days = daysBetween(today, task.dueOn);
  const takeBack = () =>
    step.mutate(
      { id: task.id, step: 'undo', note: '' },
      { onSuccess: () => toast(t('tasks.tookBack', { title: task.title })) },
    );
  const send = () =>
    step.mutate(
      { id: task.id, step: 'done', note: note.trim() },
      {
        onSuccess: () =>
          toast(t('tasks.doneNow', { title: task.title }), { action: { text: t('tasks.undo'), run: takeBack } }),
      },
    );
  const person = own ? (
    t('tasks.yourself')
  ) : can(me, 'record.read') ? (
    <Link to={paths.personRecord(task.personId)}>{task.personName}</Link>
  ) : (
    task.personName
  );
  const due = <AwayDate date={task.dueOn} today={today} />;
  return (
    <Row
      mark={done ? undefined : <CountdownBoard days={days} tone={days < 0 ? 'late' : 'due'} />}
      title={task.title}
      detail={
        <>
          {done
            ? rich('tasks.was', { person }, { day: formatDay(task.doneOn ?? '') })
            : rich(days < 0 ? 'tasks.late' : 'tasks.due', { person, due })}
          {task.note && <p>{t('tasks.noted', { note: task.note })}</p>}
          {!done && task.opensAfter && <p>{t('tasks.after', { title: task.opensAfter })}</p>}
          {!done && task.instructions && <p className={styles.instructions}>{task.instructions}</p>}
          {!done && task.assigneeName === null && task.doer !== 'people-team' && (
            <p>{t(`tasks.nobody.${task.doer}`)}</p>
          )}
          {noting && !done && (
            <div className={styles.form}>
              <Form onSubmit={send} label={task.title}>
                <TextField
                  label={t('tasks.note')}
                  hint={t('tasks.noteHint')}
                  value={note}
                  maxLength={1000}
                  error={step.error ? problemText(step.error) : null}
                  onChange={(event) => setNote(event.target.value)}
                />
                <FormActions>
                  <Button type="submit" variant="main" busy={step.isPending}>
                    {t('tasks.confirm')}
                  </Button>
                  <Button variant="quiet" onClick={() => setNoting(false)}>
                    {t('tasks.cancel')}
                  </Button>
                </FormActions>
              </Form>
            </div>
          )}
        </>
      }
      action={
        done ? (
          <Button size="small" busy={step.isPending} onClick={takeBack}>
            {t('tasks.takeBack')}
            <Hidden> {task.title}</Hidden>
          </Button>
        ) : (
          !noting && (
            <Button onClick={() => setNoting(true)}>
              {t('tasks.do')}
              <Hidden> {task.title}</Hidden>
            </Button>
          )
        )
      }
    />
  );
}
