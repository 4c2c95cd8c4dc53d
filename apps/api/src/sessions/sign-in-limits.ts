/** Wrong passwords in a row that lock an account, and for how long. */
export const failureLimit = 5;
export const lockMinutes = 15;
