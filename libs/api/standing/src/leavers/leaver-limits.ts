import { AddressLimit } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Links of leavers: enough for everything behind one, a few times over, not enough to try tokens. */
@Injectable()
export class LeaverLimits extends AddressLimit {
  constructor(dataSource: DataSource) {
    super(dataSource, {
      keyPrefix: 'leaver',
      perMinute: 30,
      code: 'too-many-links',
      sentence: 'That was a lot in a minute. Wait a moment and try again.',
    });
  }
}
