import type { SavePathVersionRequest } from '@lms/contracts';
import { EMPLOYMENT_GROUPS, ORGANISATION_KINDS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { pathTexts } from '../texts/paths.js';
import styles from './Audience.module.css';
import { AudienceChip } from './AudienceChip.js';
import { audienceWords } from './audience-words.js';

type AudienceValue = SavePathVersionRequest['audience'];

interface Props {
  audience: AudienceValue;
  /** Left out where it only is to be read. */
  onChange?: (audience: AudienceValue) => void;
}

/** Who is given the path, as a sentence whose words can be changed. */
export function Audience({ audience, onChange }: Props) {
  const { t, rich } = useTexts(pathTexts);
  const { employmentGroups: groups, organisationKinds: kinds } = audience;
  const { groups: groupText, kinds: kindWords } = audienceWords(audience, t);
  return (
    <Section title={t('audience.title')}>
      <p className={styles.sentence}>
        {rich('audience.sentence', {
          groups: onChange ? (
            <AudienceChip
              label={t('audience.groups')}
              hint={t('audience.hint')}
              text={groupText}
              options={EMPLOYMENT_GROUPS.map((value) => ({ value, label: t(`audience.groupName.${value}`) }))}
              chosen={groups}
              onChange={(employmentGroups) => onChange({ ...audience, employmentGroups })}
            />
          ) : (
            <b className={styles.fixed}>{groupText}</b>
          ),
          kinds: onChange ? (
            <AudienceChip
              label={t('audience.kinds')}
              hint={t('audience.hint')}
              text={kindWords}
              options={ORGANISATION_KINDS.map((value) => ({ value, label: t(`audience.kindName.${value}`) }))}
              chosen={kinds}
              onChange={(organisationKinds) => onChange({ ...audience, organisationKinds })}
            />
          ) : (
            <b className={styles.fixed}>{kindWords}</b>
          ),
        })}
      </p>
    </Section>
  );
}
