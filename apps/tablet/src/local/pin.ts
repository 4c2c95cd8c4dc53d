/** What a PIN may be. Six digits: typed in a stairwell, with gloves; guessing is held up by `pin-tries.ts`. */

export const pinLength = 6;

/** `incomplete`: not six digits. `guessable`: among the first that anybody would try. */
export type PinFlaw = 'incomplete' | 'guessable';

export function pinFlaw(pin: string): PinFlaw | null {
  if (!/^[0-9]{6}$/.test(pin)) return 'incomplete';
  return isRun(pin) || isRepeated(pin) ? 'guessable' : null;
}

/** 123456, 345678, 987654, and over the end of the row of keys: 890123. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return new Set(steps).size === 1 && (steps[0] === 1 || steps[0] === 9);
}

/** 000000, 121212, 123123. */
function isRepeated(pin: string): boolean {
  return [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(pinLength / length));
}
