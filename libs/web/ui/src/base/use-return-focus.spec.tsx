import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useReturnFocus } from './use-return-focus.js';

function Question({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  return (
    <button autoFocus onClick={onClose}>
      Close
    </button>
  );
}

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Ask</button>
      {open && <Question onClose={() => setOpen(false)} />}
    </>
  );
}

describe('a dialog that closes', () => {
  it('gives the focus back to the button that opened it', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask' }));
  });
});
