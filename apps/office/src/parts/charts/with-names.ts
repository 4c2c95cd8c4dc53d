/** Leaves room within a picture for the names beside its axes, however long they are. */
export const withNames = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
