import type { Person } from '@lms/contracts';
import { can, paths, useMe, useTexts } from '@lms/web-platform';
import { Button, Icon, LinkButton, PageHeader, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';
import { mainEngagement } from './main-engagement.js';
import styles from './person.module.css';

const looks = { current: 'ink', planned: 'outline', left: 'soft' } as const;

/** Who it is, how they stand, and where to go from here. */
export function PersonHead({ person, onEdit }: { person: Person; onEdit: () => void }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const engagement = mainEngagement(person.engagements, me.today);
  return (
    <PageHeader
      title={person.name}
      above={<Link to={paths.people}>{t('back')}</Link>}
      lead={
        <span className={styles.lead}>
          <Plate look={looks[person.status]}>{common(`status.${person.status}`)}</Plate>
          {person.held && <Plate>{t('held')}</Plate>}
          {engagement && <span>{[engagement.jobRole, engagement.organisationName].join(', ')}</span>}
          {person.knownAs && <span>{t('knownAs', { name: person.knownAs })}</span>}
        </span>
      }
      aside={
        <>
          {can(me, 'record.read') && (
            <>
              <LinkButton to={paths.personRecord(person.id)}>
                <Icon name="record" size={18} />
                {t('record')}
              </LinkButton>
              <LinkButton to={paths.personAssignments(person.id)}>
                <Icon name="flag" size={18} />
                {t('assignments')}
              </LinkButton>
            </>
          )}
          {can(me, 'record.write') && <LinkButton to={paths.personQuizzes(person.id)}>{t('quizzes')}</LinkButton>}
          {can(me, 'privacy.read') && <LinkButton to={paths.personData(person.id)}>{t('data')}</LinkButton>}
          {can(me, 'people.write') && (
            <Button onClick={onEdit}>
              <Icon name="edit" size={18} />
              {t('edit')}
            </Button>
          )}
        </>
      }
    />
  );
}
