/** Where a visit form says that a leave-behind slip (留言条) was left: the question, and its choice. */
export const leftSlip = { question: 'materials', choice: 'slip' } as const;
