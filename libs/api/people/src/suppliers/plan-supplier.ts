import { createHash } from 'node:crypto';
import { type Ctx, Invalid, NotFound, type Tx } from '@lms/api-platform';
import type { InviteSupplierRequest, SupplierPreview } from '@lms/contracts';
import { whoAreThese } from '../known/who-are-these.js';
import { isTaken } from '../persons/sign-in-name.js';
import { ABOVE, ALIKE, COORDINATOR, NEXT_NUMBER, ORGANISATION } from './supplier.sql.js';

/** How much the name of somebody with the same address has to be alike. */
const LEAST = 0.3;

type Coordinator = SupplierPreview['coordinator'] & Pick<SupplierPreview, 'holds' | 'way' | 'address'>;

/** What an invitation would do, from what stands now. Changes nothing. */
export async function planSupplier(tx: Tx, ctx: Ctx, request: InviteSupplierRequest): Promise<SupplierPreview> {
  const organisation = await organisationOf(tx, request.organisation);
  const { holds, way, address, ...coordinator } = await coordinatorOf(tx, ctx, request);
  const [next]: { number: string }[] = coordinator.isNew ? await tx.query(NEXT_NUMBER, [organisation.id]) : [];
  const perhaps = await perhapsOf(tx, ctx, request.coordinator, {
    organisation: organisation.name,
    isNew: coordinator.isNew,
  });
  if (coordinator.isNew && address && perhaps.length === 0 && (await isTaken(tx, address))) throw taken(address);
  const plan = {
    organisation,
    alike: await alikeOf(tx, request.organisation, organisation.isNew),
    coordinator,
    perhaps,
    employeeNumber: next?.number ?? null,
    ...{ holds, way, address },
  };
  return {
    facts: createHash('sha256')
      .update(JSON.stringify([request, plan]))
      .digest('base64url'),
    ...plan,
  };
}

async function organisationOf(
  tx: Tx,
  asked: InviteSupplierRequest['organisation'],
): Promise<SupplierPreview['organisation']> {
  const [found]: { id: string; name: string; kind: string; tier: number | null; parentName: string | null }[] =
    await tx.query(ORGANISATION, [asked.id]);
  if (found) {
    const { kind, ...organisation } = found;
    if (kind === 'client')
      throw new Invalid([
        { path: 'organisation.id', message: 'Choose a supplier or a partner: those have coordinators.' },
      ]);
    return { ...organisation, isNew: false };
  }
  if (asked.kind === 'existing')
    throw new Invalid([{ path: 'organisation.id', message: 'Choose an organisation from the list.' }]);
  const [above]: { name: string; tier: number | null }[] = await tx.query(ABOVE, [asked.parentId]);
  return { id: asked.id, name: asked.name, isNew: true, tier: (above?.tier ?? 0) + 1, parentName: above?.name ?? null };
}

async function alikeOf(
  tx: Tx,
  asked: InviteSupplierRequest['organisation'],
  isNew: boolean,
): Promise<SupplierPreview['alike']> {
  return asked.kind === 'new' && isNew && !asked.apart ? tx.query(ALIKE, [asked.name, asked.shortName]) : [];
}

async function coordinatorOf(tx: Tx, ctx: Ctx, request: InviteSupplierRequest): Promise<Coordinator> {
  const asked = request.coordinator;
  const id = asked.kind === 'known' ? asked.personId : asked.id;
  const [found]: (Omit<Coordinator, 'isNew' | 'way'> & { hasPassword: boolean; hasLeft: boolean })[] = await tx.query(
    COORDINATOR,
    [id, request.organisation.id, ctx.today],
  );
  if (found) {
    const { hasPassword, hasLeft, ...known } = found;
    if (hasLeft) throw gone(known.name);
    return { ...known, isNew: false, way: hasPassword ? 'told' : known.address ? 'mail' : 'card' };
  }
  if (asked.kind === 'known') throw new NotFound();
  const { givenName, familyName, email } = asked;
  return {
    ...{ personId: asked.id, name: `${givenName} ${familyName}`, isNew: true, holds: false },
    ...{ way: email ? ('mail' as const) : ('card' as const), address: email },
  };
}

const taken = (address: string): Invalid =>
  new Invalid([
    { path: 'coordinator.email', message: `Somebody signs in as ${address} already. Use another address.` },
  ]);

const gone = (name: string): Invalid =>
  new Invalid([
    {
      path: 'coordinator.personId',
      message: `${name} works nowhere at the moment. Add the new employment to their entry first.`,
    },
  ]);

async function perhapsOf(
  tx: Tx,
  ctx: Ctx,
  asked: InviteSupplierRequest['coordinator'],
  { organisation, isNew }: { organisation: string; isNew: boolean },
): Promise<SupplierPreview['perhaps']> {
  if (asked.kind === 'known' || !isNew || asked.apart) return [];
  const { givenName, familyName, email } = asked;
  const known = await whoAreThese(tx, { actorId: ctx.actor.personId, today: ctx.today, least: LEAST }, [
    {
      ...{ n: 1, organisation, number: '', email: email ?? '', phone: '', name: `${givenName} ${familyName}` },
      ...{ given: givenName, family: familyName },
    },
  ]);
  return (known.get(1)?.people ?? [])
    .filter(({ seen }) => seen)
    .map(({ id, name, detail }) => ({ personId: id, name, detail }));
}
