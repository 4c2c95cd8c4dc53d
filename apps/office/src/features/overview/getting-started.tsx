import { Steps } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';

/** From an empty street to the first door. */
export function GettingStarted(): ReactElement {
  const t = useTexts();
  const steps = [
    { key: 'import', title: <Link to="/imports">{t('overview.beginImport')}</Link> },
    { key: 'teams', title: <Link to="/people">{t('overview.beginTeams')}</Link> },
    { key: 'form', title: <Link to="/questionnaires">{t('overview.beginQuestionnaire')}</Link> },
    { key: 'round', title: <Link to="/rounds">{t('overview.beginRound')}</Link> },
  ];
  return (
    <section className="getting-started">
      <h2>{t('overview.begin')}</h2>
      <p className="muted">{t('overview.beginText')}</p>
      <Steps orientation="vertical" size="small" current={-1} items={steps} />
    </section>
  );
}
