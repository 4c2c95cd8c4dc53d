/** Where a door stands: `position` orders the doors of a floor from the left, `span` is the width in ordinary doors. */
export type PlacedDoor = { id: string; floor: number; position: number; span: number; room: string };

export type GridCell<D> = { door: D; column: number; span: number };
export type GridRow<D> = { floor: number; cells: GridCell<D>[] };
export type GridLayout<D> = { columns: number; rows: GridRow<D>[] };

/**
 * A stairwell as a building is drawn: floors × doors, the top floor first, basements last. Doors of the same position
 * stand above one another; a double flat takes its width; doors that claim the same place are set side by side, so
 * that no door is ever hidden by another.
 */
export function layOutStairwell<D extends PlacedDoor>(doors: readonly D[]): GridLayout<D> {
  const first = Math.min(...doors.map((door) => door.position));
  const floors = [...new Set(doors.map((door) => door.floor))].sort((a, b) => b - a);
  const rows = floors.map((floor) => ({
    floor,
    cells: layOutFloor(
      doors.filter((door) => door.floor === floor),
      first,
    ),
  }));
  const columns = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.span)));
  return { columns, rows };
}

function layOutFloor<D extends PlacedDoor>(doors: readonly D[], first: number): GridCell<D>[] {
  const ordered = [...doors].sort(
    (a, b) => a.position - b.position || a.room.localeCompare(b.room, 'zh-CN', { numeric: true }),
  );
  let free = 0;
  return ordered.map((door) => {
    const column = Math.max(free, door.position - first);
    const span = Math.max(1, door.span);
    free = column + span;
    return { door, column, span };
  });
}
