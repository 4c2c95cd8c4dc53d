import { Alert, Card, Form, Select, Statistic } from 'antd';
import type { ReactElement } from 'react';
import { occupancies, type Occupancy } from '@huhudao/domain';
import {
  changeImport,
  listImportProblems,
  readImport,
  type ImportSettings,
  type ImportView,
} from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { ColumnMatching } from './column-matching.tsx';

type Preview = NonNullable<ImportView['preview']>;
type Props = { streetId: string; one: ImportView; preview: Preview };

/** What the file holds and how it will be read; every change makes the preview again. */
export function ImportPreview({ streetId, one, preview }: Props): ReactElement {
  const change = useWrite(changeImport, [readImport, listImportProblems]);
  const settings: ImportSettings = { ...one.settings, sheet: preview.sheet, columns: preview.columns };
  const send = (next: Partial<ImportSettings>): void =>
    change.mutate({ params: { areaId: streetId, importId: one.id }, body: { ...settings, ...next } });
  const open = one.state === 'preview';
  return (
    <>
      <Counts preview={preview} open={open} />
      {open ? (
        <Card size="small" loading={change.isPending}>
          <div className="import-settings">
            <SheetChoice
              preview={preview}
              onChange={(sheet) =>
                change.mutate({
                  params: { areaId: streetId, importId: one.id },
                  body: { sheet },
                })
              }
            />
            <CommunityChoice settings={settings} preview={preview} streetId={streetId} onChange={send} />
          </div>
          <OccupancyWords preview={preview} settings={settings} onChange={send} />
        </Card>
      ) : null}
      {change.isError ? <ProblemNote error={change.error} /> : null}
      {open ? (
        <ColumnMatching
          preview={preview}
          disabled={change.isPending}
          onChange={(columns) => send({ columns })}
        />
      ) : null}
    </>
  );
}

function Counts({ preview, open }: { preview: Preview; open: boolean }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const unknown = preview.communities.filter((community) => !community.known);
  return (
    <>
      <div className="import-counts">
        {(['rows', 'good', 'warnings', 'asking', 'rejected'] as const).map((key) => (
          <Card size="small" key={key}>
            <Statistic title={t(`imports.count.${key}`)} value={format.number(preview[key])} />
          </Card>
        ))}
      </div>
      {open ? <Effects preview={preview} /> : null}
      {unknown.length === 0 || !open ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('imports.unknownCommunities', { names: format.list(unknown.map((one) => one.name)) })}
        />
      )}
    </>
  );
}

/** What importing would do to the register as it stands. */
function Effects({ preview }: { preview: Preview }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { added, changed, unchanged } = preview.changes;
  const grids = preview.newGrids.map(({ community, name }) => `${community} ${name}`);
  const named = grids.length > 8 ? [...grids.slice(0, 8), '…'] : grids;
  return (
    <Alert
      type="info"
      role="status"
      showIcon
      title={t('imports.effects', {
        added: format.number(added),
        changed: format.number(changed),
        unchanged: format.number(unchanged),
      })}
      description={
        grids.length === 0 ? null : t('imports.newGrids', { count: grids.length, names: format.list(named) })
      }
    />
  );
}

function SheetChoice({
  preview,
  onChange,
}: {
  preview: Preview;
  onChange: (sheet: string) => void;
}): ReactElement | null {
  const t = useTexts();
  if (preview.sheets.length < 2) return null;
  return (
    <Form.Item label={t('imports.sheet')} htmlFor="import-sheet">
      <Select
        id="import-sheet"
        className="filter-building"
        value={preview.sheet}
        onChange={onChange}
        options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
      />
    </Form.Item>
  );
}

type ChoiceProps = {
  settings: ImportSettings;
  preview: Preview;
  onChange: (next: Partial<ImportSettings>) => void;
};

/** For a file that does not name the community. */
function CommunityChoice({
  settings,
  preview,
  streetId,
  onChange,
}: ChoiceProps & { streetId: string }): ReactElement | null {
  const t = useTexts();
  const { tree } = useArea();
  if (preview.columns.community !== undefined) return null;
  return (
    <Form.Item label={t('imports.community')} htmlFor="import-community">
      <Select
        id="import-community"
        className="filter-building"
        value={settings.communityId ?? null}
        placeholder={t('imports.communityHint')}
        onChange={(communityId) => onChange(communityId === null ? {} : { communityId })}
        options={tree.communitiesOf(streetId).map((area) => ({ value: area.id, label: area.name }))}
      />
    </Form.Item>
  );
}

/** Words for the occupancy that the product does not know: somebody says what they mean. */
function OccupancyWords({ settings, preview, onChange }: ChoiceProps): ReactElement | null {
  const t = useTexts();
  const words = useWords();
  const meanings: Record<string, Occupancy> = settings.occupancyWords ?? {};
  const asked = new Map(preview.unknownOccupancies.map((one) => [one.word, one.rows]));
  const all = [...new Set([...asked.keys(), ...Object.keys(meanings)])];
  if (all.length === 0) return null;
  const wordLabel = (word: string): string => {
    const count = asked.get(word);
    return count === undefined ? t('imports.word', { word }) : t('imports.wordRows', { word, count });
  };
  return (
    <section>
      <h2>{t('imports.unknownWords')}</h2>
      <p className="muted small">{t('imports.unknownWordsHint')}</p>
      <div className="import-words">
        {all.map((word, index) => (
          <Form.Item key={word} label={wordLabel(word)} htmlFor={`import-word-${index}`}>
            <Select
              id={`import-word-${index}`}
              className="filter-short"
              allowClear={{ label: t('shell.clear') }}
              value={meanings[word] ?? null}
              placeholder={t('imports.means')}
              onChange={(meaning) => {
                const { [word]: _, ...others } = meanings;
                onChange({ occupancyWords: meaning ? { ...others, [word]: meaning } : others });
              }}
              options={occupancies.map((value) => ({ value, label: words.occupancy(value) }))}
            />
          </Form.Item>
        ))}
      </div>
    </section>
  );
}
