import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readMethods } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { saveBlob } from '../../parts/download.ts';
import { remakeScript } from './remake-script.ts';
import { remakable } from './remakable.ts';

/** The figure to be made again elsewhere, by whoever does not believe it. */
export function Remake({ made }: { made: ResponseOf<typeof readMethods> }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const figures = remakable(made);
  const save = (): void => {
    if (figures === null || made.cell === null) return;
    const title = [made.round?.name, made.cell.areaName, words.indicator(made.cell.indicator)].join(' ');
    saveBlob(`${title}.R`, new Blob([remakeScript(title, figures)], { type: 'text/plain;charset=utf-8' }));
  };
  return (
    <Card size="small">
      <h2>{t('methods.remake')}</h2>
      <p className="small muted">{t(figures === null ? 'methods.remakeNothing' : 'methods.remakeHint')}</p>
      {figures?.held === true ? <p className="small muted">{t('methods.remakeHeld')}</p> : null}
      {figures === null ? null : (
        <Button className="methods-save" size="small" onClick={save}>
          {t('methods.remakeSave')}
        </Button>
      )}
    </Card>
  );
}
