import { createContext, use } from 'react';

/** What is different while somebody practises. */
export type Practice = {
  /** The PIN by which the tablet is taken back from whoever plays the resident: nobody has chosen one. */
  pin: string;
  leave: () => void;
};

export const PracticeContext = createContext<Practice | null>(null);

/** Null in earnest. */
export const usePractice = (): Practice | null => use(PracticeContext);
