import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinFlaw } from './pin.ts';

const six = fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0'));

describe('a PIN', () => {
  it.each(['', '1', '12345', '1234567', '12345a', '１２３４５６', '12 456'])(
    'of six digits only: not %j',
    (pin) => {
      expect(pinFlaw(pin)).toBe('incomplete');
    },
  );

  it.each(['000000', '888888', '123456', '234567', '654321', '890123', '210987', '121212', '520520'])(
    'is not %s, which anybody would try first',
    (pin) => {
      expect(pinFlaw(pin)).toBe('guessable');
    },
  );

  it('may be nearly anything else: fewer than three in a thousand are refused', () => {
    let refused = 0;
    for (let number = 0; number < 1_000_000; number += 1)
      if (pinFlaw(String(number).padStart(6, '0')) !== null) refused += 1;
    expect(refused).toBeLessThan(3000);
  });

  it('is refused or taken whatever it is written with, never anything else', () => {
    fc.assert(fc.property(six, (pin) => pinFlaw(pin) !== 'incomplete'));
  });
});
