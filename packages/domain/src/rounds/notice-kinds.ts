/** What somebody can be told about inside the product. */
export const noticeKinds = [
  'roundOpened',
  'roundClosed',
  'deadlineExtended',
  'extensionTakenBack',
  'reminder',
  'teamChanged',
  'planGiven',
  'planMoved',
  'planTaken',
  'planAccepted',
  'planReturned',
  'appointmentMade',
  'appointmentChanged',
  'appointmentWithdrawn',
  'appointmentDue',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Why a team is reminded. */
export const reminderCauses = ['noPlan', 'appointments', 'refusals', 'tablet', 'doorsLeft'] as const;
export type ReminderCause = (typeof reminderCauses)[number];

/** A tablet that has not been heard of for so many days may lie in a drawer with records on it. */
export const quietTabletDays = 3;
