import type { SaveSchedule } from '@lms/contracts';
import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader, Skeleton, SkeletonRows, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { scheduleQuery, useScheduleChanges } from '../api/schedules.js';
import { scheduleTexts } from '../schedules/schedule-texts.js';
import { ScheduleForm } from '../schedules/ScheduleForm.js';

/** Changes when a list is made, as what, and for whom. */
export function EditSchedulePage() {
  const { t } = useTexts(scheduleTexts);
  const { scheduleId = '' } = useParams();
  const navigate = useNavigate();
  const { save } = useScheduleChanges();
  const { data: now } = useQuery(scheduleQuery(scheduleId));
  // What was opened is what is edited: somebody else's save in the meantime is told by the API.
  const [opened, setOpened] = useState<typeof now>();
  if (now && !opened) setOpened(now);
  const title = opened ? t('form.editTitle', { name: opened.name }) : t('title');
  usePageTitle(title);
  const to = `${paths.schedules}/${scheduleId}`;
  if (!opened)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={5} />
        </Skeleton>
      </Page>
    );
  const { list, filters, name, format, cadence, recipients, unseen, version } = opened;
  const submit = async (body: SaveSchedule) => {
    await save(scheduleId, version, body);
    toast(t('done.saved', { name: body.name }));
    await navigate(to);
  };
  return (
    <Page width="wide">
      <PageHeader title={title} lead={t('form.editLead')} above={<Link to={paths.schedules}>{t('back')}</Link>} />
      <ScheduleForm
        {...{ list, filters, unseen, label: title, submitLabel: t('form.save'), cancelTo: to }}
        start={{ name, format, cadence, recipients: recipients.map((one) => ({ id: one.id, name: one.name })) }}
        onSubmit={submit}
      />
    </Page>
  );
}
