import { useTexts } from '@lms/web-platform';
import { Button, SelectField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { matrixChoicesQuery } from '../api/matrix.js';
import { reportingTexts } from '../texts.js';
import styles from './matrix.module.css';
import type { MatrixAddress } from './use-matrix-filter.js';

const groups = ['office', 'site', 'driver', 'supervisor', 'manager'] as const;
const options = (some: readonly { id: string; name: string }[] = []) =>
  some.map(({ id, name }) => ({ value: id, label: name }));

/** Who is shown and how they are put together. On a phone the fields fold away. */
export function MatrixFilters({ address }: { address: MatrixAddress }) {
  const { t } = useTexts(reportingTexts);
  const { filter, write } = address;
  const { data: choices } = useQuery(matrixChoicesQuery());
  const id = useId();
  const [folded, setFolded] = useState(true);
  const set = [filter.organisationId, filter.schemeId, filter.group, filter.jobRole].filter(Boolean).length;
  return (
    <>
      <div className={styles.toggle}>
        <Button aria-expanded={!folded} aria-controls={id} onClick={() => setFolded(!folded)}>
          {set > 0 ? t('filters.count', { count: set }) : t('filters.one')}
        </Button>
      </div>
      <div id={id} className={styles.filters} data-folded={folded || undefined}>
        <SelectField
          label={t('organisation')}
          none={t('any')}
          options={options(choices?.organisations)}
          value={filter.organisationId ?? ''}
          onChange={({ target }) => write({ organisationId: target.value, tiers: undefined })}
        />
        <SelectField
          label={t('scheme')}
          none={t('any')}
          options={options(choices?.schemes)}
          value={filter.schemeId ?? ''}
          onChange={({ target }) => write({ schemeId: target.value })}
        />
        <SelectField
          label={t('group')}
          none={t('any')}
          options={groups.map((group) => ({ value: group, label: t(`groups.${group}`) }))}
          value={filter.group ?? ''}
          onChange={({ target }) => write({ group: target.value })}
        />
        <SelectField
          label={t('jobRole')}
          none={t('any')}
          options={(choices?.jobRoles ?? []).map((role) => ({ value: role, label: role }))}
          value={filter.jobRole ?? ''}
          onChange={({ target }) => write({ jobRole: target.value })}
        />
        <SelectField
          label={t('by.label')}
          options={(['organisation', 'scheme', 'role'] as const).map((by) => ({ value: by, label: t(`by.${by}`) }))}
          value={filter.by}
          onChange={({ target }) =>
            write({ by: target.value === 'organisation' ? undefined : (target.value as 'role') })
          }
        />
      </div>
    </>
  );
}
