/** An answer as the form sends it: a code, codes, a text or date, a number, yes or no, or one code per row. */
export type Answer = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/** Answers by question name. A question without an answer is absent. */
export type Answers = Readonly<Record<string, Answer>>;
