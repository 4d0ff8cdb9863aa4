import { AddressLimit } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Checks of certificates: enough for a gate where everybody is checked, not enough to try serials. */
@Injectable()
export class CheckLimits extends AddressLimit {
  constructor(dataSource: DataSource) {
    super(dataSource, {
      keyPrefix: 'certificate',
      perMinute: 60,
      code: 'too-many-checks',
      sentence: 'That was a lot of serials in a minute. Wait a moment and try again.',
    });
  }
}
