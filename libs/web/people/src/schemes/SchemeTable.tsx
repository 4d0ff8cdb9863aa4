import type { Scheme } from '@lms/contracts';
import { formatCount, formatDay, paths, useTexts } from '@lms/web-platform';
import { Button, DataTable, Hidden, type Column } from '@lms/web-ui';
import { Link } from 'react-router';
import { commonTexts } from '../texts/common.js';
import { schemeTexts } from '../texts/schemes.js';

interface Props {
  schemes: readonly Scheme[];
  /** Left out for who only reads. */
  onEdit?: (id: string) => void;
}

export function SchemeTable({ schemes, onEdit }: Props) {
  const { t } = useTexts(schemeTexts);
  const { t: common } = useTexts(commonTexts);
  const columns: Column<Scheme>[] = [
    { key: 'name', head: t('name'), main: true, cell: (scheme) => scheme.name },
    { key: 'code', head: t('code'), tight: true, cell: (scheme) => scheme.code },
    { key: 'starts', head: t('starts'), tight: true, cell: (scheme) => scheme.startsOn && formatDay(scheme.startsOn) },
    { key: 'ends', head: t('ends'), tight: true, cell: (scheme) => scheme.endsOn && formatDay(scheme.endsOn) },
    {
      key: 'people',
      head: t('people'),
      align: 'right',
      cell: (scheme) =>
        scheme.people > 0 ? (
          <Link to={`${paths.people}?schemeId=${scheme.id}`}>
            {formatCount(scheme.people)}
            <Hidden> {scheme.name}</Hidden>
          </Link>
        ) : (
          formatCount(0)
        ),
    },
  ];
  const edit: Column<Scheme> = {
    key: 'edit',
    head: t('actions'),
    align: 'right',
    cell: (scheme) => (
      <Button size="small" onClick={() => onEdit?.(scheme.id)}>
        {common('edit')}
        <Hidden> {scheme.name}</Hidden>
      </Button>
    ),
  };
  return (
    <DataTable
      caption={t('caption')}
      rows={schemes}
      rowKey={(scheme) => scheme.id}
      columns={onEdit ? [...columns, edit] : columns}
    />
  );
}
