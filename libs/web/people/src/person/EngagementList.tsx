import type { Engagement } from '@lms/contracts';
import { can, formatDay, formatDayAway, useMe, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Icon, Row, Rows, Section } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';
import styles from './person.module.css';

interface Props {
  engagements: readonly Engagement[];
  onAdd: () => void;
  onEdit: (id: string) => void;
}

/** Every spell of work, the newest first. */
export function EngagementList({ engagements, onAdd, onEdit }: Props) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const writes = can(useMe(), 'people.write');
  return (
    <Section
      title={t('engagements.title')}
      aside={
        writes && (
          <Button size="small" onClick={onAdd}>
            <Icon name="add" size={16} />
            {t('engagements.add')}
          </Button>
        )
      }
    >
      {(heading) =>
        engagements.length === 0 ? (
          <Empty title={t('engagements.none')} text={t('engagements.noneText')} />
        ) : (
          <Rows labelledBy={heading}>
            {engagements.map((engagement) => (
              <Row
                key={engagement.id}
                title={engagement.organisationName}
                detail={<EngagementFacts engagement={engagement} />}
                action={
                  writes && (
                    <Button onClick={() => onEdit(engagement.id)}>
                      {common('edit')}
                      <Hidden> {engagement.organisationName}</Hidden>
                    </Button>
                  )
                }
              />
            ))}
          </Rows>
        )
      }
    </Section>
  );
}

function EngagementFacts({ engagement }: { engagement: Engagement }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const { startsOn, endsOn, schemes, tags, lineManagerName, workEmail } = engagement;
  const start = startsOn > today ? formatDayAway(startsOn, today) : formatDay(startsOn);
  const group = common(`group.${engagement.employmentGroup}`).toLowerCase();
  return (
    <div className={styles.facts}>
      <p className={styles.strong}>
        {endsOn
          ? t('engagements.fromTo', { start, end: formatDayAway(endsOn, today) })
          : t('engagements.from', { start })}
      </p>
      <p>{t('engagements.detail', { role: engagement.jobRole, group, number: engagement.employeeNumber })}</p>
      {schemes.length > 0 && <p>{t('engagements.schemes', { schemes: schemes.map((s) => s.name).join(', ') })}</p>}
      {tags.length > 0 && <p>{t('engagements.tags', { tags: tags.join(', ') })}</p>}
      {lineManagerName && <p>{t('engagements.manager', { name: lineManagerName })}</p>}
      {workEmail && <p>{t('engagements.workEmail', { email: workEmail })}</p>}
    </div>
  );
}
