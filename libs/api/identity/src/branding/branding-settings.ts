import {
  assertUnchanged,
  Audit,
  Brands,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  Sql,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { Branding, SaveBranding } from '@lms/contracts';
import { checkAccent, SCHEMES } from '@lms/domain';
import { Injectable } from '@nestjs/common';

const VERSION = (which: string): string => `
  select b.number as version, b.name,
    case when b.accent_light is not null then json_build_object('light', b.accent_light, 'dark', b.accent_dark) end as accent,
    json_build_object('name', b.support_name, 'email', b.support_email, 'phone', b.support_phone) as support,
    case when l.sha256 is not null then json_build_object('sha256', l.sha256, 'width', l.width, 'height', l.height) end as logo,
    concat_ws(' ', p.given_name, p.family_name) as "changedByName",
    to_char(b.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt"
  from brand_version b left join brand_logo l on l.sha256 = b.logo_sha256 join person p on p.id = b.changed_by
  ${which}`;
const NEWEST = VERSION('order by b.number desc limit 1');

const NOTHING_SET: Branding = {
  version: 0,
  name: null,
  accent: null,
  support: { name: '', email: '', phone: '' },
  logo: null,
  changedByName: null,
  changedAt: null,
};

/** What the platform calls itself and looks like. Each change is a version; the one before can be put back. */
@Injectable()
export class BrandingSettings {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly brands: Brands,
  ) {}

  async get(): Promise<Branding> {
    return (await this.sql.row<Branding>('branding', NEWEST)) ?? NOTHING_SET;
  }

  /** Invalid for a colour that cannot be read, with the nearest that can, and for a logo that was never brought in. */
  async save(ctx: Ctx, seen: number, wanted: SaveBranding): Promise<Branding> {
    assertReadable(wanted);
    await this.write(ctx, seen, 'branding.save', () => Promise.resolve(wanted));
    return this.get();
  }

  /** Back to what was before the newest change. Conflict `nothing-to-undo` before the first one. */
  async undo(ctx: Ctx, seen: number): Promise<Branding> {
    await this.write(ctx, seen, 'branding.undo', async (tx, now) => {
      if (now.version === 0) throw new Conflict('nothing-to-undo', 'Nothing was changed yet.');
      const [before]: Branding[] = await tx.query(VERSION('where b.number = $1'), [now.version - 1]);
      return partsOf(before ?? NOTHING_SET);
    });
    return this.get();
  }

  private async write(
    ctx: Ctx,
    seen: number,
    action: string,
    next: (tx: Tx, now: Branding) => Promise<SaveBranding>,
  ): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      // One after the other, the first of all too.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('branding', 57))`);
      const [stored]: Branding[] = await tx.query(NEWEST);
      const now = stored ?? NOTHING_SET;
      assertUnchanged(seen, now.version);
      const wanted = await next(tx, now);
      await assertKept(tx, wanted.logoSha256);
      await tx.query(
        `insert into brand_version (number, name, accent_light, accent_dark, logo_sha256, support_name, support_email,
           support_phone, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          now.version + 1,
          wanted.name,
          wanted.accent?.light ?? null,
          wanted.accent?.dark ?? null,
          wanted.logoSha256,
          ...[wanted.support.name, wanted.support.email, wanted.support.phone],
          ctx.actor.personId,
          ctx.now,
        ],
      );
      await this.audit.append(tx, ctx, {
        action,
        targetType: 'branding',
        detail: { before: partsOf(now), after: wanted },
      });
    });
    this.brands.forget();
  }
}

const partsOf = ({ name, accent, support, logo }: Branding): SaveBranding => ({
  ...{ name, accent, support },
  logoSha256: logo?.sha256 ?? null,
});

function assertReadable({ accent }: SaveBranding): void {
  if (!accent) return;
  const problems = SCHEMES.flatMap((scheme) => {
    const { passes, nearest } = checkAccent(accent[scheme], scheme);
    const page = scheme === 'light' ? 'light pages' : 'dark pages';
    const message = `This colour is hard to read on ${page}. The nearest that is not: ${nearest}.`;
    return passes ? [] : [{ path: `accent.${scheme}`, message }];
  });
  if (problems.length > 0) throw new Invalid(problems);
}

async function assertKept(tx: Tx, sha256: string | null): Promise<void> {
  if (sha256 === null) return;
  const rows: unknown[] = await tx.query('select from brand_logo where sha256 = $1', [sha256]);
  if (rows.length === 0)
    throw new Invalid([{ path: 'logoSha256', message: 'This logo was not sent. Choose it again.' }]);
}
