import { CatalogueFacade } from '@lms/api-catalogue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assertPathFeedsNothing } from './assert-no-circle.js';

/** A path is checked for circles when it is published, as a rule is when it is previewed and applied. */
@Injectable()
export class GuardPaths implements OnModuleInit {
  constructor(private readonly catalogue: CatalogueFacade) {}

  onModuleInit(): void {
    this.catalogue.guardPaths((tx, ctx) => assertPathFeedsNothing(tx, ctx.today));
  }
}
