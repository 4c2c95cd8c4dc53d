/** Takes one line for the terminal, in both languages. */
export type Say = (line: string) => void;

export const sayToTerminal: Say = (line) => {
  process.stdout.write(`${line}\n`);
};
