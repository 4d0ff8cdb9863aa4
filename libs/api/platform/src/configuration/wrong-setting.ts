/** A setting has a value that cannot be used; the message is one sentence a line. */
export class WrongSetting extends Error {}
