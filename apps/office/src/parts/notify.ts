import { App } from 'antd';
import { useTexts } from '../i18n/index.ts';
import { useSentence } from './problem.tsx';

/** Short messages that go away by themselves: done, or why not. */
export function useNotify(): { done: (text: string) => void; failed: (error: unknown) => void } {
  const { message } = App.useApp();
  const sentence = useSentence();
  return {
    done: (text) => void message.success(text),
    failed: (error) => void message.error(sentence(error), 6),
  };
}

/** What follows a write that succeeded: it is said, and the form goes away. */
export function useSaved(): (then?: () => void) => { onSuccess: () => void } {
  const t = useTexts();
  const { done } = useNotify();
  return (then) => ({
    onSuccess: () => {
      done(t('shell.saved'));
      then?.();
    },
  });
}
