/** Measurements in several streets. */
export const programme = {
  title: 'Programmes',
  new: 'New programme',
  none: 'No programmes yet',
  noneHint:
    'One measurement in several streets begins here: the same questionnaire, dates and design, and a round in each street.',
  notYours: 'Programmes are the district office’s',
  notYoursHint: 'The rounds of a street are under Rounds; the street chooses their teams.',
  street: 'Street',
  streets: 'Streets',
  nameExample: 'For example: year-end measurement',
  size: 'Households to draw',
  sizeHint:
    'Shared out by households: each has the same chance within its street, or within all streets together. One at least in each community that has any.',
  begin: 'Begin, and draft a round in each street',
  fixed:
    'It cannot be changed afterwards. All streets draw under one seed: a street chooses its teams, then the district opens its round.',
  toDraw: 'To draw',
  make: 'Make the rounds',
  missing_one: '{{count}} street has no round of it yet.',
  missing_other: '{{count}} streets have no round of it yet.',
  of: { street: 'in each street', all: 'in all streets together' },
} as const;
