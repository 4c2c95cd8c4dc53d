import { EllipsisVertical } from 'lucide-react';
import { useLocation } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { EChartsType } from 'echarts/core';
import type { EChartsOption } from 'echarts';
import { useRef, useState, type ReactElement, type RefObject, type SyntheticEvent } from 'react';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { csvOf, type Cell } from '../csv.ts';
import { saveBlob, saveDataUrl } from '../download.ts';
import { useLook } from '../tokens.ts';
import { viewHref } from '../view-href.ts';
import { Chart } from './chart.tsx';
import './figure.css';

/** The figures of a picture: one header, one row for each thing drawn. */
export type Figures = { head: readonly string[]; rows: readonly (readonly Cell[])[] };

type Props = {
  /** Null where there is nothing to draw: then the table says why. */
  option: EChartsOption | null;
  figures: Figures;
  label: string;
  height: number;
  /** File name of downloads, without its ending. */
  fileName: string;
  /** The round it is of, where it is of one. */
  roundId?: string | undefined;
};

/** A picture with its table, its downloads and its link. */
export function ChartFigure({ option, figures, label, height, fileName, roundId }: Props): ReactElement {
  const t = useTexts();
  const drawn = useRef<EChartsType | null>(null);
  const [wantsTable, setWantsTable] = useState(false);
  const asTable = wantsTable || option === null;
  const link = useLinkItem(roundId);
  const downloads = useDownloads({ option, figures, fileName, drawn, asTable });
  const items = [
    {
      key: 'table',
      disabled: option === null,
      label: asTable ? t('chart.asPicture') : t('chart.asTable'),
      onClick: () => setWantsTable(!wantsTable),
    },
    ...downloads,
    link,
  ];
  return (
    <figure className="figure">
      {wantsTable || option === null ? (
        <FigureTable label={label} figures={figures} />
      ) : (
        <Chart option={option} label={label} height={height} drawn={drawn} />
      )}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          className="figure-more"
          type="text"
          size="small"
          icon={<EllipsisVertical size={16} aria-hidden />}
          aria-label={t('chart.more', { label })}
        />
      </Dropdown>
    </figure>
  );
}

type Downloaded = Pick<Props, 'option' | 'figures' | 'fileName'> & {
  drawn: RefObject<EChartsType | null>;
  asTable: boolean;
};

function useDownloads({ option, figures, fileName, drawn, asTable }: Downloaded) {
  const t = useTexts();
  const { tokens } = useLook();
  return [
    {
      key: 'csv',
      label: t('chart.csv'),
      onClick: () => saveBlob(`${fileName}.csv`, csvOf([figures.head, ...figures.rows])),
    },
    {
      key: 'png',
      label: t('chart.png'),
      disabled: asTable,
      onClick: () => savePng(fileName, drawn.current, tokens.surface),
    },
    {
      key: 'svg',
      label: t('chart.svg'),
      disabled: asTable,
      onClick: () => void saveSvg(fileName, option, drawn.current, tokens.surface),
    },
  ];
}

/** A link to follow or to copy: an office without HTTPS may not write to the clipboard. */
function useLinkItem(roundId: string | undefined) {
  const t = useTexts();
  const { area } = useArea();
  const here = useLocation({ select: (location) => location.href });
  const href = viewHref(here, { area: area.id, round: roundId });
  return {
    key: 'link',
    // The enter key chooses the entry and does not follow what is in it.
    onClick: ({ domEvent }: { domEvent: SyntheticEvent }) => {
      if (domEvent.type === 'keydown') window.open(href, '_blank', 'noopener');
    },
    label: (
      <a href={href} target="_blank" rel="noreferrer">
        {t('chart.link')}
      </a>
    ),
  };
}

function savePng(fileName: string, chart: EChartsType | null, backgroundColor: string): void {
  const url = chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor });
  if (url !== undefined) saveDataUrl(`${fileName}.png`, url);
}

/** As large as it is on the screen. */
async function saveSvg(
  fileName: string,
  option: EChartsOption | null,
  chart: EChartsType | null,
  backgroundColor: string,
): Promise<void> {
  if (option === null || chart === null) return;
  const { svgOf } = await import('./echarts.ts');
  const svg = svgOf({ ...option, backgroundColor }, { width: chart.getWidth(), height: chart.getHeight() });
  saveBlob(`${fileName}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
}

/** The figures themselves. */
export function FigureTable({ label, figures }: { label: string; figures: Figures }): ReactElement {
  return (
    <div className="figure-table" role="region" aria-label={label} tabIndex={0}>
      <table className="plain-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {figures.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={figures.head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
