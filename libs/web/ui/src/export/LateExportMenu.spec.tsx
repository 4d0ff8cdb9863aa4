import { expect, it, jest } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { LateExportMenu } from './LateExportMenu.js';

it('brings the component library with it when somebody opens it, and is the menu from then on', async () => {
  const onChoose = jest.fn();
  const groups = [{ label: 'The list as shown', items: [{ key: 'csv', label: 'CSV', onChoose }] }];
  const state = { busy: false, words: '', problem: null };
  const files = { to: '/files', label: 'Files you asked for' };
  render(<LateExportMenu {...{ ...state, groups, files }} label="Export" />, { wrapper: MemoryRouter });
  const button = screen.getByRole('button', { name: 'Export' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(button);
  const group = await screen.findByRole('group', { name: 'The list as shown' });
  expect(screen.getByRole('link', { name: 'Files you asked for' }).getAttribute('href')).toBe('/files');
  await userEvent.click(within(group).getByRole('button', { name: 'CSV' }));
  expect(onChoose).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(screen.queryByRole('group')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByRole('group', { name: 'The list as shown' })).toBeTruthy();
});
