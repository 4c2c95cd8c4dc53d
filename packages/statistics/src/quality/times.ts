/** When a response was taken, by the tablet's clock, in milliseconds. */
export interface TakenAt {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Pairs of one visitor's responses that overlap in time: one person cannot sit in two homes. */
export function overlappingTimes(responses: readonly TakenAt[]): [string, string][] {
  const inOrder = responses.toSorted((one, other) => one.startedAt - other.startedAt);
  return inOrder.flatMap((one, index) => {
    const later = inOrder.slice(index + 1);
    const end = later.findIndex((other) => other.startedAt >= one.endedAt);
    return (end < 0 ? later : later.slice(0, end)).map((other): [string, string] => [one.id, other.id]);
  });
}

/** Responses that end before they start, or after they arrived. */
export function impossibleTimes(
  responses: readonly (TakenAt & { readonly receivedAt: number })[],
  toleratedDrift: number,
): string[] {
  return responses
    .filter(
      ({ startedAt, endedAt, receivedAt }) => endedAt < startedAt || endedAt > receivedAt + toleratedDrift,
    )
    .map(({ id }) => id);
}

/** Minutes of the day between which residents are visited: 08:00 to 21:30. */
export const visitingHours = { from: 8 * 60, until: 21 * 60 + 30 } as const;

/** Whether a minute of the local day lies outside the visiting hours. */
export function isOutsideVisitingHours(minuteOfDay: number, hours = visitingHours): boolean {
  return minuteOfDay < hours.from || minuteOfDay > hours.until;
}
