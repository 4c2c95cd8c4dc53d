/** Comparisons of rates, and how one was made. */
import type { Size } from './camera.ts';
import type { OfficeScreen } from './office-screen.ts';

const small: Size = { width: 1280, height: 800 };

export const comparisons: readonly OfficeScreen[] = [
  { name: 'compare', person: 'jieban', path: () => '/compare' },
  { name: 'compare-rounds', person: 'jieban', path: () => '/compare?tab=rounds' },
  {
    name: 'compare-coverage',
    person: 'jieban',
    path: () => '/compare?tab=rounds&purpose=coverage',
    sizes: [small],
  },
  { name: 'compare-trends', person: 'jieban', path: () => '/compare?tab=trends' },
  { name: 'compare-community', person: 'shequ', path: () => '/compare', sizes: [small] },
  { name: 'methods', person: 'jieban', path: () => '/methods' },
  {
    name: 'methods-satisfaction',
    person: 'shequ',
    path: () => '/methods?indicator=satisfaction',
    sizes: [small],
  },
  {
    name: 'methods-coverage',
    person: 'jieban',
    path: ({ coverage }) => `/methods?purpose=coverage&round=${coverage}&indicator=support`,
    sizes: [small],
  },
];
