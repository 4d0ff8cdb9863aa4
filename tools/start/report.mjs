import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The people of the demonstration, [] when the data folder has none. */
export function demoAccounts(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8'));
  } catch {
    return [];
  }
}

const columns = (rows) => {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index])).join('  ')}`.trimEnd());
};

/** What is told once everything runs: the address, and who can sign in to a demonstration. */
export function report({ address, accounts }) {
  const lines = ['', `Waymark is running at ${address}`];
  if (accounts.length > 0) {
    const rows = accounts.map(({ role, name, signInName, password }) => [role, name, signInName, password].map(String));
    lines.push(
      '',
      'Sign in as one of these people:',
      ...columns([['Role', 'Name', 'Sign-in name', 'Password'], ...rows]),
    );
  }
  return [...lines, '', 'Stop it with Ctrl-C.', ''].join('\n');
}
