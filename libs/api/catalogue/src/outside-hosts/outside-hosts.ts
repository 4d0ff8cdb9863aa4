import { Configuration, type ProblemField } from '@lms/api-platform';
import type { ActivityKind } from '@lms/contracts';
import { ownHosts } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { hostFault } from './host-fault.js';
import { isPackage } from './is-package.js';

/** Which hosts outside a package may be given. */
@Injectable()
export class OutsideHosts {
  private readonly own: readonly string[];

  constructor(configuration: Configuration) {
    this.own = ownHosts(configuration.origin, configuration.contentOrigin);
  }

  faults(kind: ActivityKind, hosts: readonly string[]): ProblemField[] {
    if (hosts.length === 0) return [];
    if (!isPackage(kind)) return [{ path: 'outsideHosts', message: 'Only a SCORM package uses hosts outside.' }];
    return hosts.flatMap((host) => {
      const message = hostFault(host, this.own);
      return message === null ? [] : [{ path: 'outsideHosts', message }];
    });
  }
}

/** Each once and in order, so that the same hosts are the same list. */
export const tidyHosts = (hosts: readonly string[]): string[] => [...new Set(hosts)].sort();
