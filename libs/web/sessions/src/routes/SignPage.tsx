import { formatDay, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, Form, FormActions, LinkButton, Notice, Page, PageHeader, TextField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { registerQuery } from '../api/register.js';
import { sessionQuery } from '../api/session.js';
import { useSignPresence } from '../api/sign-presence.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { dayOf } from '../components/session-words.js';
import { SignaturePad } from '../components/SignaturePad.js';
import { useSignedDrawing } from '../components/use-signed-drawing.js';
import { deskTexts } from '../texts/desk.js';

/** Somebody signs on the trainer's device that they are there: by their typed name, and a drawing if they like. */
export function SignPage() {
  const { t } = useTexts(deskTexts);
  const navigate = useNavigate();
  const { sessionId = '', bookingId = '' } = useParams();
  const { data: session } = useQuery(sessionQuery(sessionId));
  const { data: register } = useQuery(registerQuery(sessionId));
  const sign = useSignPresence(sessionId, bookingId);
  const drawing = useSignedDrawing();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  usePageTitle(t('sign.title'));
  if (!session || !register) return <PageSkeleton />;
  const back = `${paths.session(sessionId)}/register`;
  const entry = register.entries.find((each) => each.bookingId === bookingId);
  if (!entry)
    return (
      <Page width="reading">
        <PageHeader title={t('sign.title')} />
        <Empty level={2} title={t('sign.gone')} action={<LinkButton to={back}>{t('code.leave')}</LinkButton>} />
      </Page>
    );
  const name = typed.trim();
  const send = () => {
    setTried(true);
    if (name === '') return;
    sign.mutate(
      { name, drawing: drawing.path || null },
      {
        onSuccess: () => {
          toast(t('sign.done', { name: entry.name }));
          void navigate(back, { replace: true });
        },
      },
    );
  };
  return (
    <Page width="reading">
      <PageHeader
        title={t('sign.title')}
        lead={t('sign.lead', { course: session.courseTitle, day: formatDay(dayOf(session.startsAt)) })}
      />
      <Form onSubmit={send} label={t('sign.title')}>
        <p>{t('sign.who', { name: entry.name })}</p>
        <SignaturePad drawing={drawing} />
        <TextField
          label={t('sign.name')}
          autoComplete="off"
          maxLength={160}
          value={typed}
          error={tried && name === '' ? t('sign.nameMissing') : null}
          onChange={({ target }) => setTyped(target.value)}
        />
        {sign.error && <Notice tone="danger">{problemText(sign.error)}</Notice>}
        <FormActions>
          <Button type="submit" variant="main" size="large" busy={sign.isPending}>
            {t('sign.submit')}
          </Button>
          <LinkButton variant="quiet" to={back} replace>
            {t('sign.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
