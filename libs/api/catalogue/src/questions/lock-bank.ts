import { NotFound, type Tx } from '@lms/api-platform';

export interface LockedBank {
  version: number;
  title: string;
  description: string;
}

/** The bank, held until the transaction ends: whoever adds to it waits. NotFound. */
export async function lockBank(tx: Tx, id: string): Promise<LockedBank> {
  const [bank]: LockedBank[] = await tx.query(
    'select version, title, description from question_bank where id = $1 for update',
    [id],
  );
  if (!bank) throw new NotFound();
  return bank;
}
