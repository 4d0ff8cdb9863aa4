import { createHmac, type KeyObject, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets, type Tx } from '@lms/api-platform';

const MANY = 10;
const LENGTH = 12;
/** Without what is mistaken for something else: 31 letters and digits, 59 bits a code. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ2345678';

/** Codes on paper for whoever has lost the rest: hashed under a key of the installation, each good once. */
@Injectable()
export class RecoveryCodeStore {
  private readonly key: KeyObject;

  constructor(secrets: Secrets) {
    this.key = secrets.key('recovery-code');
  }

  /** New ones in the place of all that there were. */
  async renew(tx: Tx, personId: string, at: Date): Promise<string[]> {
    const codes = Array.from({ length: MANY }, draw);
    await tx.query('delete from recovery_code where person_id = any (persons_as($1))', [personId]);
    await tx.query(
      'insert into recovery_code (hash, person_id, created_at) select h, $2, $3 from unnest($1::bytea[]) h',
      [codes.map((code) => this.hash(personId, code)), personId, at],
    );
    return codes;
  }

  /** False for one that is not theirs or was used. */
  async use(tx: Tx, personId: string, code: string, at: Date): Promise<boolean> {
    // Hashed with the entry under which they were made.
    const entries: { id: string }[] = await tx.query('select unnest(persons_as($1)) as id', [personId]);
    const [rows]: [unknown[], number] = await tx.query(
      'update recovery_code set used_at = $3 where hash = any ($1::bytea[]) and person_id = any ($2::uuid[]) and used_at is null returning hash',
      [entries.map(({ id }) => this.hash(id, code)), entries.map(({ id }) => id), at],
    );
    return rows.length > 0;
  }

  private hash(personId: string, code: string): Buffer {
    const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    return createHmac('sha256', this.key).update(`${personId} ${plain}`).digest();
  }
}

/** "ABCD-EFGH-2345" */
function draw(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
