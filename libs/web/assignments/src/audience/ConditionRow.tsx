import type { AudiencePredicate } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon } from '@lms/web-ui';
import { SelectField } from '../fields/SelectField.js';
import { ruleTexts } from '../texts/rules.js';
import type { Naming } from './naming.js';
import styles from './audience.module.css';
import { ConditionValue } from './ConditionValue.js';
import { blank, conditionKinds } from './edit-tree.js';

interface Props {
  part: Exclude<AudiencePredicate, { is: 'all' | 'any' }>;
  onChange: (part: AudiencePredicate) => void;
  onRemove: () => void;
  naming: Naming;
}

/** One condition: what is asked, what it must be, turned round or not. */
export function ConditionRow({ part, onChange, onRemove, naming }: Props) {
  const { t } = useTexts(ruleTexts);
  const turned = part.is === 'not';
  const inner = part.is === 'not' ? part.of : part;
  const condition = inner.is === 'all' || inner.is === 'any' || inner.is === 'not' ? blank('group') : inner;
  const set = (next: AudiencePredicate) => onChange(turned ? { is: 'not', of: next } : next);
  return (
    <div className={styles.row}>
      <button
        type="button"
        className={styles.not}
        aria-pressed={turned}
        title={t('audience.notHint')}
        onClick={() => onChange(turned ? condition : { is: 'not', of: condition })}
      >
        {t('audience.not')}
      </button>
      <div className={styles.kind}>
        <SelectField
          quiet
          label={t('audience.kind')}
          value={condition.is}
          options={conditionKinds.map((kind) => ({ value: kind, label: t(`audience.is.${kind}`) }))}
          onChange={(kind) => set(blank(kind))}
        />
      </div>
      <div className={styles.value}>
        <ConditionValue condition={condition} onChange={set} naming={naming} />
      </div>
      <Button variant="quiet" size="small" onClick={onRemove}>
        <Icon name="close" />
        <Hidden>{t('audience.remove', { what: t(`audience.is.${condition.is}`) })}</Hidden>
      </Button>
    </div>
  );
}
