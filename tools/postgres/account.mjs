import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const isRoot = process.getuid?.() === 0;

const accounts = () =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));

/**
 * Whom the server runs as: null for this very user, else an unprivileged account, since PostgreSQL refuses root.
 * A cluster that exists keeps its owner. The account needs an entry in /etc/passwd, which PostgreSQL looks up.
 */
export function serverAccount(dir) {
  if (!isRoot) return null;
  const list = accounts();
  try {
    const { uid } = statSync(dir);
    const owner = list.find((account) => account.uid === uid);
    if (uid !== 0 && owner) return owner;
  } catch {
    // No cluster yet.
  }
  const account = list.find(({ name }) => name === 'postgres') ?? list.find(({ name }) => name === 'nobody');
  if (!account) throw new Error('PostgreSQL cannot run as root and there is no account named postgres or nobody.');
  return account;
}

/** Options for spawn that drop to the account. */
export const asAccount = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

const maySearch = ({ mode, uid, gid }, account) => {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
};

/** Whether the account can get into the folder `dir` (or, where it is missing, into the nearest one above it). */
export function canReach(dir, account) {
  if (!account) return true;
  for (let at = dir; ; at = dirname(at)) {
    try {
      if (!maySearch(statSync(at), account)) return false;
    } catch (error) {
      if (error.code !== 'ENOENT') return false;
    }
    if (at === dirname(at)) return true;
  }
}
