import { fieldProblem, paths, useListFile, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Form, FormActions, LinkButton, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { packTexts } from './pack-texts.js';
import styles from './pack.module.css';
import { SubjectPicker } from './SubjectPicker.js';
import { usePackAddress } from './use-pack-address.js';

const FIELDS = { scheme: 'schemeId', organisation: 'organisationId', person: 'personId' } as const;
const KINDS = ['organisation', 'scheme', 'person'] as const;
const OWN = ['organisation', 'person'] as const;
const WHENS = ['now', 'then'] as const;

/** What the pack is about and as of when; below it how far it is. Not `whole`: of one's own organisations and people alone. */
export function PackForm({ whole }: { whole: boolean }) {
  const { t } = useTexts(packTexts);
  const { kind, chosen, at, setKind, choose, setAt } = usePackAddress(whole);
  const [when, setWhen] = useState<(typeof WHENS)[number]>(at ? 'then' : 'now');
  const [day, setDay] = useState(at?.slice(0, 10) ?? '');
  const [time, setTime] = useState(at?.slice(11) ?? '09:00');
  const [tried, setTried] = useState(false);
  const { ask, busy, words, problem, refused, file } = useListFile();
  const wrongMoment = fieldProblem(refused, 'at');
  const moment = when === 'then' && day ? `${day}T${time || '09:00'}` : null;
  const setMoment = (nextDay: string, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    setAt(nextDay ? `${nextDay}T${nextTime || '09:00'}` : null);
  };
  const submit = () => {
    setTried(true);
    if (busy || !chosen || (when === 'then' && !day)) return;
    void ask('audit-pack', 'zip', { [FIELDS[kind]]: chosen.value, at: moment ?? undefined });
  };
  const far = file && file.done > 0 && file.total ? t('people', { done: file.done, total: file.total }) : t('making');
  return (
    <div>
      <Form onSubmit={submit} label={t('title')}>
        <ChoiceField
          legend={t('about')}
          options={(whole ? KINDS : OWN).map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <SubjectPicker
          key={kind}
          kind={kind}
          whole={whole}
          value={chosen}
          onChange={choose}
          error={tried && !chosen ? t(`missing.${kind}`) : null}
        />
        <ChoiceField
          legend={t('when')}
          options={WHENS.map((value) => ({ value, label: t(`moment.${value}`) }))}
          value={when}
          onChange={(next) => {
            setWhen(next);
            setAt(next === 'then' && day ? `${day}T${time}` : null);
          }}
        />
        {when === 'then' && (
          <div className={styles.moment}>
            <TextField
              label={t('day')}
              type="date"
              value={day}
              onChange={({ target }) => setMoment(target.value, time)}
              error={tried && !day ? t('missingDay') : wrongMoment}
            />
            <TextField
              label={t('time')}
              type="time"
              value={time}
              onChange={({ target }) => setMoment(day, target.value)}
            />
          </div>
        )}
        <FormActions>
          <Button type="submit" variant="main" busy={busy}>
            {t('make')}
          </Button>
          <LinkButton to={paths.files}>{t('files')}</LinkButton>
        </FormActions>
      </Form>
      <p role="status" className={styles.words}>
        {busy ? far : words && t('taken')}
      </p>
      {problem && !wrongMoment && <Notice tone="danger">{problem}</Notice>}
    </div>
  );
}
