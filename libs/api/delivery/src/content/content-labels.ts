import { Injectable } from '@nestjs/common';
import { Configuration, Secrets } from '@lms/api-platform';

/** First label of every content host; what stands before it never clashes with a host of ours. */
const PREFIX = 'c-';

/**
 * One content host for each person and package: two packages, and two people on one machine, share no storage. The label
 * is a keyed hash, so nobody can work out somebody else's.
 */
@Injectable()
export class ContentLabels {
  constructor(
    private readonly secrets: Secrets,
    private readonly configuration: Configuration,
  ) {}

  /**
   * @param outsideHosts other hosts outside make another content host, so that nothing a browser kept with one policy is
   *   shown under another.
   */
  labelFor(personId: string, contentId: string, outsideHosts: readonly string[] = []): string {
    const of = [personId, contentId, ...outsideHosts].join(' ');
    return PREFIX + this.secrets.mac('content-label', of).slice(0, 32);
  }

  originOf(label: string): string {
    return this.configuration.contentOrigin.replace('*', label);
  }

  /** The label of a Host header; undefined when it is no content host. */
  labelOf(host: string | undefined): string | undefined {
    const label = host?.split('.')[0]?.toLowerCase();
    return label && new URL(this.originOf(label)).host === host?.toLowerCase() ? label : undefined;
  }
}
