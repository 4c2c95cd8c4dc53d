import { Unlink } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import type { Counts, Indicator } from '@huhudao/domain';
import { changesBetween, readDraft, type Change, type ItemKind } from '@huhudao/questionnaire/authoring';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';

type Props = { before: unknown; after: unknown };

/** What is different between two versions of a form, what breaks a series of figures first. */
export function ChangeList({ before, after }: Props): ReactElement {
  const t = useTexts();
  const changes = useMemo(() => {
    const [was, is] = [readDraft(before), readDraft(after)];
    return was === null || is === null ? null : changesBetween(was, is);
  }, [before, after]);
  if (changes === null) return <p className="muted">{t('change.notReadable')}</p>;
  if (changes.length === 0) return <p className="muted">{t('change.none')}</p>;
  const breaking = changes.filter((one) => one.breaking);
  const others = changes.filter((one) => !one.breaking);
  return (
    <div className="stack">
      {breaking.length === 0 ? null : (
        <section>
          <h3 className="row">
            <Chip tone="back" icon={<Unlink size={14} aria-hidden />}>
              {t('change.breaking', { count: breaking.length })}
            </Chip>
          </h3>
          <p className="muted small">{t('change.breakingHint')}</p>
          <ChangeLines changes={breaking} />
        </section>
      )}
      {others.length === 0 ? null : (
        <section>
          <h3>{t(breaking.length === 0 ? 'change.all' : 'change.others', { count: others.length })}</h3>
          <ChangeLines changes={others} />
        </section>
      )}
    </div>
  );
}

/** Changes one under the other, each with what was and what is. */
export function ChangeLines({ changes }: { changes: readonly Change[] }): ReactElement {
  return (
    <ul className="change-list">
      {changes.map((change, index) => (
        <Line key={`${index} ${change.code}`} change={change} />
      ))}
    </ul>
  );
}

function Line({ change: { code, about, before, after } }: { change: Change }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  // A change of the translation alone is shown in the language that changed.
  const inEnglish = before !== null && after !== null && before.zh === after.zh && before.en !== after.en;
  const values = useValueWords(code);
  const inWords = ({ zh, en }: Words): string => (inEnglish || (locale === 'en' && en !== '') ? en : zh);
  const say = (words: Words): string => values(inWords(words)) || t('change.nothing');
  const title = locale === 'en' && about.en !== '' ? about.en : about.zh;
  return (
    <li>
      <strong>{t(`change.code.${code}`)}</strong>
      {title === '' ? null : <span>{t('change.about', { title })}</span>}
      {inEnglish && locale !== 'en' ? <span>{t('change.english')}</span> : null}
      {before === null ? null : <del>{say(before)}</del>}
      {before === null || after === null ? null : <span aria-hidden>→</span>}
      {after === null ? null : <ins>{say(after)}</ins>}
    </li>
  );
}

type Words = Change['about'];

/** What is stored as a code is told in words. */
function useValueWords(code: Change['code']): (value: string) => string {
  const t = useTexts();
  const vocabulary = useWords();
  if (code === 'counts') return (value) => t(`authoring.countsWord.${value as Counts}`);
  if (code === 'kindChanged') return (value) => t(`authoring.kind.${value as ItemKind}`);
  if (code === 'indicator') return (value) => vocabulary.indicator(value as Indicator);
  return (value) => value;
}
