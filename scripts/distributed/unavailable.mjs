/** A server that cannot be had on this machine: why, and what to do about it. */
export class Unavailable extends Error {}
