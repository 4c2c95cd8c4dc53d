/** Pictures, their tables and downloads. */
export const chart = {
  more: '{{label}}：更多',
  asTable: '看表格',
  asPicture: '看图',
  csv: '下载数据（CSV）',
  png: '下载图片（PNG）',
  svg: '下载矢量图（SVG）',
  link: '这个画面的链接',
} as const;
