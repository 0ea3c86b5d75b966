/** @file Questions with a number, each settled by the answer with the same number, or given up. */

export class RoundTrips<Answer extends { readonly number: number }> {
  readonly #waiting = new Map<number, { readonly done: (answer: Answer) => void; readonly failed: (why: Error) => void }>();
  #number = 0;

  /**
   * `ask` gets the question's number, and may send it later.
   * @throws Error `late()` when there is no answer within `limitMs`
   */
  async start(ask: (number: number) => void, { limitMs, late }: { readonly limitMs: number; readonly late: () => Error }): Promise<Answer> {
    const number = ++this.#number;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Answer>((done, failed) => {
        this.#waiting.set(number, { done, failed });
        timer = setTimeout(() => failed(late()), limitMs);
        ask(number);
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(number);
    }
  }

  /** An answer that nobody waits for any more is dropped. */
  settle(answer: Answer): void {
    this.#waiting.get(answer.number)?.done(answer);
  }

  /** No answer will come to what was asked so far. */
  giveUp(why: Error): void {
    for (const { failed } of this.#waiting.values()) failed(why);
  }
}
