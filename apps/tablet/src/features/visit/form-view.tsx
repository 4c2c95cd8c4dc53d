import { lazy, Suspense, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

/** The questionnaire engine is as large as the rest of the app: it is fetched when the first form is opened. */
const QuestionnaireView = lazy(async () => {
  const engine = await import('@huhudao/ui/questionnaire');
  return { default: engine.QuestionnaireView };
});

export function FormView(props: ComponentProps<typeof QuestionnaireView>) {
  const { t } = useTranslation('ui');
  return (
    <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
      <QuestionnaireView {...props} />
    </Suspense>
  );
}
