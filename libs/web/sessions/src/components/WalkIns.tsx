import type { SessionRegister } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Notice, Section, toast } from '@lms/web-ui';
import { useAddWalkIn } from '../api/add-walk-in.js';
import { deskTexts } from '../texts/desk.js';
import { PersonFinder } from './PersonFinder.js';

/** Who came without a booking is put on the register, also past a full session: they are there. */
export function WalkIns({ register }: { register: SessionRegister }) {
  const { t } = useTexts(deskTexts);
  const add = useAddWalkIn(register.sessionId);
  return (
    <Section title={t('register.walkIns')}>
      {add.error && <Notice tone="danger">{problemText(add.error)}</Notice>}
      <PersonFinder
        here={new Set(register.entries.map(({ personId }) => personId))}
        hereText={t('register.here')}
        busy={add.isPending}
        onChoose={({ id, name }) => add.mutate(id, { onSuccess: () => toast(t('register.added', { name })) })}
      />
    </Section>
  );
}
