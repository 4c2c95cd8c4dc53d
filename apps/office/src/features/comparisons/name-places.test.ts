import { describe, expect, it } from 'vitest';
import { namePlaces } from './name-places.ts';

const picture = { width: 400, height: 240 };
const at = (name: string, x: number, y: number) => ({ name, x, y });

describe('names of points', () => {
  it('stand above where there is room', () => {
    const points = [at('柳荫社区', 100, 100), at('南桥社区', 300, 100)];
    expect(namePlaces(points, points, picture)).toEqual(['top', 'top']);
  });

  it('make room for a name and for a point beside them', () => {
    const points = [at('柳荫社区', 100, 100), at('南桥社区', 120, 98)];
    expect(namePlaces(points, points, picture)).toEqual(['top', 'bottom']);
    expect(namePlaces([at('柳荫社区', 100, 100)], [at('', 100, 86), at('', 100, 114)], picture)).toEqual([
      'right',
    ]);
  });

  it('do not leave the picture', () => {
    const points = [at('柳荫社区', 2, 100), at('南桥社区', 200, 3), at('东园社区', 398, 100)];
    expect(namePlaces(points, points, picture)).toEqual(['right', 'bottom', 'left']);
  });

  it('are left out where there is no room at all', () => {
    const points = [at('柳荫社区', 100, 100)];
    expect(namePlaces(points, points, { width: 20, height: 20 })).toEqual([undefined]);
  });
});
