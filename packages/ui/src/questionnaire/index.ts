export { QuestionnaireView, type FormProgress } from './questionnaire-view.tsx';
