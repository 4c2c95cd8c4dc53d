import type { EChartsType } from 'echarts/core';
import type { EChartsOption } from 'echarts';
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';

type Props = {
  option: EChartsOption;
  /** What the picture shows, for those who do not see it. */
  label: string;
  height: number;
  /** Given the chart once it is drawn, for downloads. */
  drawn?: RefObject<EChartsType | null>;
};

/** A picture drawn by echarts, which is fetched when the first one is needed. */
export function Chart({ option, label, height, drawn }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const latest = useRef(option);

  useEffect(() => {
    latest.current = option;
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let gone = false;
    const watch = new ResizeObserver(() => chart.current?.resize());
    void import('./echarts.ts').then(({ drawOn }) => {
      if (gone) return;
      chart.current = drawOn(element);
      chart.current.setOption(latest.current);
      if (drawn !== undefined) drawn.current = chart.current;
      watch.observe(element);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
      if (drawn !== undefined) drawn.current = null;
    };
  }, [drawn]);

  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
