import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { DataTable } from './DataTable.js';

describe('DataTable', () => {
  it('is a named table whose rows have a heading, and marks what a card leaves out', () => {
    render(
      <DataTable
        caption="People"
        rows={[{ id: 1, name: 'Aisha Karim', score: null }]}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', head: 'Name', main: true, cell: (row) => row.name },
          { key: 'score', head: 'Score', cell: (row) => row.score !== null && '92%' },
        ]}
      />,
    );
    const table = screen.getByRole('table', { name: 'People' });
    expect(within(table).getByRole('rowheader', { name: 'Aisha Karim' })).not.toBeNull();
    expect(within(table).getByRole('cell').dataset).toMatchObject({ head: 'Score', empty: 'true' });
  });
});
