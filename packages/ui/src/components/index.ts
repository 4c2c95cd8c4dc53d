export { Button, LinkButton } from './button.tsx';
export { CheckList, RadioCards, SegmentedChoice, type Choice } from './choices.tsx';
export { Dialog, Sheet } from './overlays.tsx';
export { SearchField, SelectField, TextField } from './fields.tsx';
export { Note } from './note.tsx';
export { ProgressBar } from './progress-bar.tsx';
export { UiRoot } from './ui-root.tsx';
export { UndoBar } from './undo-bar.tsx';
