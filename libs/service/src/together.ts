/** So many statements at once: whoever comes meanwhile waits for the next one, which then asks for many. */
const MOST_UNDER_WAY = 4;
const MOST_TOGETHER = 100;

interface Waiting<Question, Answer> {
  question: Question;
  give(answer: Answer): void;
  fail(error: unknown): void;
}

/** Does what is asked at the same time by one statement: alone when it is quiet, many when everybody asks at once. */
export class Together<Question, Answer> {
  private readonly waiting: Waiting<Question, Answer>[] = [];
  private underWay = 0;

  /** @param work answers in the order of the questions; what it throws all of them get */
  constructor(private readonly work: (questions: Question[]) => Promise<Answer[]>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((give, fail) => {
      if (this.waiting.push({ question, give, fail }) === 1) this.begin();
    });
  }

  /** What comes in the same turn of the event loop goes along. */
  private begin(): void {
    if (this.underWay >= MOST_UNDER_WAY) return;
    this.underWay += 1;
    setImmediate(() => {
      const group = this.waiting.splice(0, MOST_TOGETHER);
      if (this.waiting.length > 0) this.begin();
      void this.run(group);
    });
  }

  private async run(group: Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = group.length > 0 ? await this.work(group.map(({ question }) => question)) : [];
      for (const [at, { give }] of group.entries()) give(answers[at] as Answer);
    } catch (error) {
      for (const { fail } of group) fail(error);
    } finally {
      this.underWay -= 1;
      if (this.waiting.length > 0) this.begin();
    }
  }
}
