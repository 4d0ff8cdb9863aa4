import type { SaveSchedule } from '@lms/contracts';
import { paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Page, PageHeader, toast } from '@lms/web-ui';
import { useNavigate, useSearchParams } from 'react-router';
import { useScheduleChanges } from '../api/schedules.js';
import { isScheduled, listShown } from '../lists/list-shown.js';
import { scheduleTexts } from '../schedules/schedule-texts.js';
import { ScheduleForm } from '../schedules/ScheduleForm.js';

/** Puts the list in the address, as it is narrowed down there, on a schedule. */
export function NewSchedulePage() {
  const { t } = useTexts(scheduleTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { add } = useScheduleChanges();
  const [search] = useSearchParams();
  const { list: given, ...filters } = Object.fromEntries(search);
  const list = given ?? null;
  const known = isScheduled(list);
  const title = known ? t('form.newTitle', { list: t(`list.${list}`) }) : t('form.wrongTitle');
  usePageTitle(title);
  if (!known)
    return (
      <Page>
        <PageHeader title={title} />
        <Empty
          level={2}
          plain
          title={t('none.going.title')}
          text={t('form.wrongText')}
          action={<LinkButton to={paths.schedules}>{t('title')}</LinkButton>}
        />
      </Page>
    );
  const submit = async (body: SaveSchedule) => {
    const { id } = await add({ ...body, list, filters });
    toast(t('done.added', { name: body.name }));
    await navigate(`${paths.schedules}/${id}`);
  };
  return (
    <Page width="wide">
      <PageHeader title={title} lead={t('form.newLead')} />
      <ScheduleForm
        {...{ list, filters, label: title, submitLabel: t('form.add') }}
        start={{
          ...{ name: t(`list.${list}`), format: 'xlsx', cadence: { every: 'week', weekday: 1, at: '07:30' } },
          recipients: [{ id: me.personId, name: me.name }],
        }}
        cancelTo={listShown(list, filters)}
        onSubmit={submit}
      />
    </Page>
  );
}
