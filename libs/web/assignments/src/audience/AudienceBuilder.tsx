import type { AudiencePredicate } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { ruleTexts } from '../texts/rules.js';
import styles from './audience.module.css';
import { ConditionRow } from './ConditionRow.js';
import { blank, type Group } from './edit-tree.js';
import { JoinField } from './JoinField.js';
import type { Naming } from './naming.js';

interface Props {
  group: Group;
  onChange: (group: Group) => void;
  naming: Naming;
  depth?: number;
}

const DEEPEST = 2;

/** Conditions that read as a sentence, one a line, joined by "and" or "or"; groups stand inside. */
export function AudienceBuilder({ group, onChange, naming, depth = 0 }: Props) {
  const { t } = useTexts(ruleTexts);
  const put = (at: number, part: AudiencePredicate) =>
    onChange({ ...group, of: group.of.map((one, n) => (n === at ? part : one)) });
  const remove = (at: number) => onChange({ ...group, of: group.of.filter((_, n) => n !== at) });
  const add = (part: AudiencePredicate) => onChange({ ...group, of: [...group.of, part] });
  return (
    <div className={styles.group} role="group" aria-label={t('audience.group')} data-depth={depth}>
      {group.of.length > 1 && <JoinField value={group.is} onChange={(is) => onChange({ ...group, is })} />}
      {group.of.length === 0 && depth === 0 && <p className={styles.quiet}>{t('audience.nobody')}</p>}
      <ol className={styles.parts}>
        {group.of.map((part, at) => (
          // Parts have no names of their own; what stands in a place is what it is called by.
          <li key={at} data-join={at > 0 ? t(group.is === 'all' ? 'audience.and' : 'audience.or') : undefined}>
            {part.is === 'all' || part.is === 'any' ? (
              <div className={styles.inner}>
                <AudienceBuilder group={part} onChange={(next) => put(at, next)} naming={naming} depth={depth + 1} />
                <Button variant="quiet" size="small" onClick={() => remove(at)}>
                  {t('audience.removeGroup')}
                </Button>
              </div>
            ) : (
              <ConditionRow
                part={part}
                onChange={(next) => put(at, next)}
                onRemove={() => remove(at)}
                naming={naming}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={styles.adding}>
        <Button onClick={() => add(blank('group'))}>{t('audience.add')}</Button>
        {depth < DEEPEST && (
          <Button variant="quiet" onClick={() => add({ is: 'any', of: [blank('group')] })}>
            {t('audience.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}
