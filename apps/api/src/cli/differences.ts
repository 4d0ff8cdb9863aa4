/** A check found something wrong and has said what. */
export class Differences extends Error {}
