import { expect, it } from 'vitest';
import { viewHref } from './view-href.ts';

it('a link to a view names the area and the round the office chose by itself', () => {
  expect(viewHref('/compare', { area: 'a1', round: 'r1' })).toBe('/compare?area=a1&round=r1');
});

it('what the address says already stays', () => {
  const address = '/compare?area=a2&purpose=coverage';
  expect(viewHref(address, { area: 'a1', round: undefined })).toBe(address);
});
