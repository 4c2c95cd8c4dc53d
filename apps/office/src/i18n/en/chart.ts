import type { Complete } from '@huhudao/ui';
import type { chart as zhCN } from '../zh-CN/chart.ts';

export const chart: Complete<typeof zhCN> = {
  more: '{{label}}: more',
  asTable: 'Show as a table',
  asPicture: 'Show as a picture',
  csv: 'Download the figures (CSV)',
  png: 'Download the picture (PNG)',
  svg: 'Download the drawing (SVG)',
  link: 'Link to this view',
};
