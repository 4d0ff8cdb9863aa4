/** The list is longer than this kind of file can be of use; the message is meant for people. */
export class ListTooLarge extends Error {}
