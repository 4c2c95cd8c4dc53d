import type { ReactElement } from 'react';
import {
  askedAlready,
  indicatorOf,
  newestOf,
  secondsToAsk,
  wordsOf,
  type BankItem,
  type LocalisedText,
} from '@huhudao/questionnaire/authoring';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { entriesIn } from './entries.ts';
import { useAuthoring } from './use-authoring.ts';

/** An item of the bank before it is added: its words, how answers count, what it measures and why it is worded so. */
export function BankPreview({ item }: { item: BankItem }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const { definition } = useAuthoring();
  const question = newestOf(item);
  const already = askedAlready(definition, item);
  const say = (text: LocalisedText | undefined): string => wordsOf(text)[locale === 'en' ? 'en' : 'zh'];
  const said = ([zh, en]: readonly [string, string]): string => (locale === 'en' ? en : zh);
  return (
    <section className="bank-preview stack" aria-label={t('bank.preview')}>
      <h3>{say(question.title)}</h3>
      {question.description === undefined ? null : <p className="muted">{say(question.description)}</p>}
      <ul className="bank-choices">
        {entriesIn(question, 'choices').map(({ value, text, counts, score }) => (
          <li key={value}>
            <span>{say(text)}</span>
            {counts === undefined ? null : (
              <span className="muted small">{t(`authoring.countsWord.${counts}`)}</span>
            )}
            {score === undefined ? null : <span className="muted small">{t('bank.score', { score })}</span>}
          </li>
        ))}
      </ul>
      <Facts item={item} seconds={Math.round(secondsToAsk(question))} />
      <p>{said((item.versions.at(-1) ?? item.versions[0]).why)}</p>
      <p className="muted small">{t('bank.seen', { scale: said(item.seen) })}</p>
      {already === null ? null : (
        <p className="bank-already">{t('bank.already', { title: say(already.title) })}</p>
      )}
    </section>
  );
}

function Facts({ item, seconds }: { item: BankItem; seconds: number }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const indicator = indicatorOf(item);
  const facts = [
    indicator === null ? t('bank.notCounted') : t('bank.measures', { indicator: words.indicator(indicator) }),
    t('authoring.seconds', { seconds }),
    t('bank.version', { version: item.versions.length }),
  ];
  return <p className="muted small">{facts.join(' · ')}</p>;
}
