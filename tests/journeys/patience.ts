/** How long anybody at a screen waits for what must come, in milliseconds: the machine may have much else to do. */
export const patience = 120_000;
