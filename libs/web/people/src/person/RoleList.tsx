import type { RoleGrant } from '@lms/contracts';
import { can, formatDay, formatDayAway, useMe, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Icon, Plate, Row, Rows, Section } from '@lms/web-ui';
import { personTexts } from '../texts/person.js';
import { useRoleName } from './use-role-name.js';

interface Props {
  grants: readonly RoleGrant[];
  onAdd: () => void;
  onEnd: (id: string) => void;
}

/** What the person may do beyond learning, and from when to when. */
export function RoleList({ grants, onAdd, onEnd }: Props) {
  const { t } = useTexts(personTexts);
  const roleName = useRoleName();
  const me = useMe();
  const writes = can(me, 'grants.write');
  const over = (grant: RoleGrant) => grant.endsOn !== null && grant.endsOn < me.today;
  const period = ({ startsOn, endsOn }: RoleGrant) =>
    endsOn
      ? t('roles.fromTo', { start: formatDay(startsOn), end: formatDayAway(endsOn, me.today) })
      : t('roles.from', { start: formatDay(startsOn) });
  return (
    <Section
      title={t('roles.title')}
      aside={
        writes && (
          <Button size="small" onClick={onAdd}>
            <Icon name="add" size={16} />
            {t('roles.add')}
          </Button>
        )
      }
    >
      {(heading) =>
        grants.length === 0 ? (
          <Empty title={t('roles.none')} text={t('roles.noneText')} />
        ) : (
          <Rows labelledBy={heading}>
            {grants.map((grant) => (
              <Row
                key={grant.id}
                title={roleName(grant)}
                detail={period(grant)}
                action={
                  over(grant) ? (
                    <Plate look="soft">{t('roles.ended')}</Plate>
                  ) : writes ? (
                    <Button onClick={() => onEnd(grant.id)}>
                      {t('roles.end')}
                      <Hidden> {roleName(grant)}</Hidden>
                    </Button>
                  ) : (
                    grant.startsOn > me.today && <Plate>{t('roles.ahead')}</Plate>
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
