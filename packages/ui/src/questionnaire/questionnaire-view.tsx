import { memo, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GetProgressTextEvent, SurveyModel } from 'survey-core';
import 'survey-core/survey-core.fontless.css';
import { Survey } from 'survey-react-ui';
import type { Locale } from '@huhudao/protocol';
import type { Answers } from '@huhudao/questionnaire';
import { createModel, setModelLocale } from '@huhudao/questionnaire/survey';
import './questionnaire-view.css';
import { theme } from './theme.ts';

/** The answers, and where somebody was: enough to open the form again at the same question. */
export type FormProgress = { answers: Answers; page: string | null; question: string | null };

type Props = {
  /** A published definition: a questionnaire or a visit form. The view is remounted for another one (`key`). */
  definition: unknown;
  locale: Locale;
  start: FormProgress;
  /** False where nobody could come back, as with anonymous answers. */
  canContact?: boolean;
  /** What the last button says. */
  completeText: string;
  /** Called at every answer and every turn of a page. */
  onProgress: (progress: FormProgress) => void;
  onComplete: (answers: Answers) => void;
};

/** A form at the door or on the office's preview. The only place that touches survey-react-ui. */
export function QuestionnaireView(props: Props) {
  const { locale, completeText } = props;
  const { t } = useTranslation('ui');
  const [model] = useState(() => openModel(props));
  // The listeners are put on once; they call what was passed last.
  const onProgress = useEffectEvent((progress: FormProgress) => props.onProgress(progress));
  const onComplete = useEffectEvent((answers: Answers) => props.onComplete(answers));
  const focusWhereLeft = useEffectEvent(() => {
    const { question } = props.start;
    // Not `focusQuestion`: it notes a jump from this page to itself, which the first "Back" would then undo.
    if (question !== null) model.getQuestionByName(question)?.focus();
  });

  useEffect(() => speak(model, locale, completeText), [model, locale, completeText]);
  useEffect(
    () =>
      tellProgress(model, (answered, questions) =>
        t('common.answered', { answered, questions, lng: locale }),
      ),
    [model, locale, t],
  );
  useEffect(() => listen(model, { onProgress, onComplete }), [model]);
  useEffect(() => focusWhereLeft(), []);

  return (
    <div className="hh-questionnaire">
      <Pages model={model} />
    </div>
  );
}

/** The model itself says what of the form is to be drawn anew; who holds the answers draws none of it. */
const Pages = memo(function Pages({ model }: { model: SurveyModel }) {
  return <Survey model={model} />;
});

function openModel({ definition, locale, start, canContact }: Props): SurveyModel {
  const { model } = createModel(definition, {
    locale,
    saved: start.answers,
    ...(canContact === undefined ? {} : { canContact }),
  });
  model.applyTheme(theme);
  model.showTitle = false;
  model.showCompletePage = false;
  model.autoFocusFirstQuestion = false;
  model.questionErrorLocation = 'bottom';
  model.progressBarType = 'questions';
  const page = start.page === null ? null : model.getPageByName(start.page);
  if (page !== null) model.currentPage = page;
  return model;
}

function speak(model: SurveyModel, locale: Locale, completeText: string): () => void {
  setModelLocale(model, locale);
  model.completeText = completeText;
  // SurveyJS calls its own default language English in the page, whatever the default is.
  const mark = () => model.rootElement?.setAttribute('lang', locale);
  mark();
  model.onAfterRenderSurvey.add(mark);
  return () => model.onAfterRenderSurvey.remove(mark);
}

/** How far one is; SurveyJS says in Chinese at which question one is, which it does not know. */
function tellProgress(
  model: SurveyModel,
  words: (answered: number, questions: number) => string,
): () => void {
  const tell = (_: SurveyModel, event: GetProgressTextEvent): void => {
    event.text = words(event.answeredQuestionCount, event.questionCount);
  };
  model.onGetProgressText.add(tell);
  model.updateProgressText();
  return () => model.onGetProgressText.remove(tell);
}

type Listeners = { onProgress: (progress: FormProgress) => void; onComplete: (answers: Answers) => void };

function listen(model: SurveyModel, { onProgress, onComplete }: Listeners): () => void {
  const progress = (question: string | null): FormProgress => ({
    answers: { ...model.data },
    page: model.currentPage?.name ?? null,
    question,
  });
  const answered = (_: SurveyModel, { name }: { name: string }) => onProgress(progress(name));
  const turned = () => onProgress(progress(null));
  const completed = () => onComplete({ ...model.data });
  model.onValueChanged.add(answered);
  model.onCurrentPageChanged.add(turned);
  model.onComplete.add(completed);
  return () => {
    model.onValueChanged.remove(answered);
    model.onCurrentPageChanged.remove(turned);
    model.onComplete.remove(completed);
  };
}
