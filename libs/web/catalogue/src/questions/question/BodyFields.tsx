import { useTexts } from '@lms/web-platform';
import { ChoiceField } from '@lms/web-ui';
import { questionTexts } from '../texts.js';
import { AcceptedFields } from './AcceptedFields.js';
import { ChoicesFields } from './ChoicesFields.js';
import { NumberFields } from './NumberFields.js';
import { OrderFields } from './OrderFields.js';
import { PairsFields } from './PairsFields.js';
import type { QuestionDraft } from './question-draft.js';
import type { Faults } from './question-faults.js';

interface Props {
  draft: QuestionDraft;
  faults: Faults;
  onChange: (change: Partial<QuestionDraft>) => void;
}

/** The form of each type. */
export function BodyFields({ draft, faults, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  switch (draft.type) {
    case 'single':
    case 'multiple':
      return (
        <ChoicesFields
          one={draft.type === 'single'}
          choices={draft.choices}
          error={faults.parts}
          onChange={(choices) => onChange({ choices })}
        />
      );
    case 'true-false':
      return (
        <ChoiceField
          legend={t('body.trueFalse')}
          value={draft.right ? 'true' : 'false'}
          options={[
            { value: 'true', label: t('body.true') },
            { value: 'false', label: t('body.false') },
          ]}
          onChange={(value) => onChange({ right: value === 'true' })}
        />
      );
    case 'matching':
      return <PairsFields pairs={draft.pairs} error={faults.parts} onChange={(pairs) => onChange({ pairs })} />;
    case 'ordering':
      return <OrderFields items={draft.items} error={faults.parts} onChange={(items) => onChange({ items })} />;
    case 'numeric':
      return <NumberFields draft={draft} faults={faults} onChange={onChange} />;
    case 'short-text':
      return (
        <AcceptedFields
          accepted={draft.accepted}
          error={faults.parts}
          onChange={(accepted) => onChange({ accepted })}
        />
      );
  }
}
