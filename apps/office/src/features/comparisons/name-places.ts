/** Where the names of points stand in a picture, so that none lies on another or on a point. */

type Point = { name: string; x: number; y: number };
type Box = { left: number; right: number; top: number; bottom: number };
export type NamePlace = 'top' | 'bottom' | 'right' | 'left';

const letter = 12;
const gap = 8;

/**
 * The first side of each point on which its name has room; undefined where there is none. In pixels from the top left;
 * who comes first chooses first. `points` are all that are drawn, `named` those with a name.
 */
export function namePlaces(
  named: readonly Point[],
  points: readonly { x: number; y: number }[],
  { width, height }: { width: number; height: number },
): (NamePlace | undefined)[] {
  const taken: Box[] = points.map(({ x, y }) => boxAround(x, y, gap, gap));
  return named.map((point) => {
    const boxes = boxesOf(point);
    const place = (['top', 'bottom', 'right', 'left'] as const).find((side) => {
      const box = boxes[side];
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return inside && !taken.some((other) => overlap(box, other));
    });
    if (place !== undefined) taken.push(boxes[place]);
    return place;
  });
}

function boxesOf({ name, x, y }: Point): Record<NamePlace, Box> {
  const width = widthOf(name);
  const [aside, above] = [gap + width / 2 + 1, gap + letter / 2 + 1];
  return {
    top: boxAround(x, y - above, width, letter),
    bottom: boxAround(x, y + above, width, letter),
    right: boxAround(x + aside, y, width, letter),
    left: boxAround(x - aside, y, width, letter),
  };
}

/** Chinese signs are as wide as high, Latin ones about half. */
const widthOf = (name: string): number =>
  [...name].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? letter * 0.6 : letter), 0);

const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
