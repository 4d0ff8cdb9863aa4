import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Row, Rows, Section } from '@lms/web-ui';
import type { Choice } from '../fields/choice.js';
import { supplierTexts } from '../texts/suppliers.js';
import styles from './suppliers.module.css';

interface Props {
  title: string;
  text: string;
  items: readonly Choice[];
  another: string;
  /** Null for none of them. */
  onChoose: (item: Choice | null) => void;
}

/** What is known and may be the same: it is said which it is before anything is entered twice. */
export function WhichIsIt({ title, text, items, another, onChoose }: Props) {
  const { t } = useTexts(supplierTexts);
  return (
    <Section title={title}>
      {(heading) => (
        <div className={styles.which}>
          <p>{text}</p>
          <Rows labelledBy={heading}>
            {items.map((item) => (
              <Row
                key={item.value}
                title={item.label}
                detail={item.detail}
                action={<Button onClick={() => onChoose(item)}>{t('use', { name: item.label })}</Button>}
              />
            ))}
          </Rows>
          <FormActions>
            <Button onClick={() => onChoose(null)}>{another}</Button>
          </FormActions>
        </div>
      )}
    </Section>
  );
}
