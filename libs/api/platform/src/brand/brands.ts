import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Storage } from '../storage/storage.js';
import { type Brand, brandOf, type BrandRow, OWN_BRAND } from './brand.js';

/** So long another process may show what was before. */
const FRESH_MS = 2000;

const CURRENT = `
  select b.number as version, b.name, b.accent_light as light, b.accent_dark as dark,
    case when l.sha256 is not null then json_build_object('sha256', l.sha256, 'width', l.width, 'height', l.height) end as logo,
    json_build_object('name', b.support_name, 'email', b.support_email, 'phone', b.support_phone) as support
  from brand_version b left join brand_logo l on l.sha256 = b.logo_sha256
  order by b.number desc limit 1`;

/** The brand that counts. Every page asks for it, so it is looked up every few seconds and no oftener. */
@Injectable()
export class Brands {
  private kept: Brand = OWN_BRAND;
  private keptAt: number | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<Brand> {
    const now = this.clock.now().getTime();
    if (this.keptAt !== null && Math.abs(now - this.keptAt) < FRESH_MS) return this.kept;
    const row = await this.sql.row<BrandRow>('brand', CURRENT);
    if ((row?.version ?? 0) !== this.kept.version) {
      this.kept = row ? brandOf(row, row.logo && (await buffer(this.storage.open(row.logo.sha256)))) : OWN_BRAND;
    }
    this.keptAt = now;
    return this.kept;
  }

  /** After a change: the next one who asks is told. */
  forget(): void {
    this.keptAt = null;
  }
}
