/** Programs of the benchmark that run in a process of their own, and are asked by messages. */
import { fork, type ChildProcess } from 'node:child_process';

type Reply = { id: number; result?: unknown; error?: string };

/** The side that asks. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;

  constructor(program: string, args: readonly string[] = []) {
    this.#process = fork(program, args, { serialization: 'advanced', stdio: 'inherit' });
    this.#process.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.error === undefined) waiting?.resolve(reply.result);
      else waiting?.reject(new Error(reply.error));
    });
    this.#process.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${program} ended with ${code}`));
    });
  }

  get pid(): number {
    if (this.#process.pid === undefined) throw new Error('the program could not be started');
    return this.#process.pid;
  }

  /** The answer's type is what the program's handler of that name returns. */
  ask<Result>(name: string, input: unknown = null): Promise<Result> {
    const waiting = Promise.withResolvers<unknown>();
    this.#last += 1;
    this.#waiting.set(this.#last, waiting);
    this.#process.send({ id: this.#last, name, input });
    return waiting.promise as Promise<Result>;
  }

  stop(): void {
    this.#process.disconnect();
  }
}

/** The side that is asked; it ends when the other does. */
export function answer(handlers: Record<string, (input: never) => Promise<unknown>>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ id, name, input }: { id: number; name: string; input: never }) => {
    const handler = handlers[name];
    const work = handler === undefined ? Promise.reject(new Error(`no ${name}`)) : handler(input);
    work.then(
      (result) => process.send?.({ id, result }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
