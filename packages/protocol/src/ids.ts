import { v4, v7 } from 'uuid';

/** A time-ordered id (UUIDv7) for whatever may be known to have an order. */
export const newId = (): string => v7();

/** A random id (UUIDv4) for what must not betray when it was made: anonymous responses. */
export const newRandomId = (): string => v4();
