/** What an attacker must not find out. The answers carry `mark`, by which only the test knows them again. */
export type Secret = {
  mark: string;
  roundId: string;
  householdId: string;
  deviceId: string;
  session: string;
  /** The hash of the ticket that the resident answered with on their own phone, hexadecimal; null: on the tablet. */
  ticket: string | null;
};

export const markOf = (roundId: string, householdId: string): string => `${roundId} ${householdId}`;
