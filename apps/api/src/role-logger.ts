import { WrongSetting } from '@lms/api-platform';
import { ConsoleLogger } from '@nestjs/common';

/** A wrong setting that is found only while the parts are made is told by whoever starts the role, without a stack. */
export class RoleLogger extends ConsoleLogger {
  override error(message: unknown, ...more: unknown[]): void {
    if (!(message instanceof WrongSetting)) super.error(message, ...more);
  }
}
