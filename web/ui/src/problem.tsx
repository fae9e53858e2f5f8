/** RFC 9457, as the gateway writes it: already in the person's language. */
export interface ProblemDocument {
  type: string;
  status: number;
  title: string;
  detail?: string;
  /** The reference to give to the help desk. */
  instance?: string;
  errors?: { pointer: string; detail: string }[];
  /** What this kind of problem says besides. */
  more?: Record<string, unknown>;
}

/** An expected refusal of the API. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument;
  /** Instant until which it is useless to try again, from `Retry-After`; milliseconds from now. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: ProblemDocument, retryAfterMs?: number) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }

  /** `practice-not-draft`, whether the type is that word or the address of the page that explains it. */
  get kind(): string {
    return this.problem.type.split('/').filter(Boolean).at(-1) ?? 'unexpected';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the network is lost, or nobody answered in time. */
export class UnreachableError extends Error {
  /** True when it was waited for until its deadline. */
  readonly isLate: boolean;

  constructor(cause: unknown, isLate = false) {
    super('No answer', { cause });
    this.name = 'UnreachableError';
    this.isLate = isLate;
  }
}

export const isLate = (error: unknown): boolean => error instanceof UnreachableError && error.isLate;

/** True when the same question may be answered a little later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof UnreachableError || (error instanceof ProblemError && [429, 502, 503, 504].includes(error.status));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a failed answer, also one that a proxy wrote in its own words. */
export const problemOf = (status: number, body: unknown): ProblemDocument => {
  if (!isObject(body) || typeof body['title'] !== 'string') return { type: 'unexpected', status, title: '' };
  const errors = Array.isArray(body['errors'])
    ? body['errors'].filter(isObject).map((error) => ({ pointer: String(error['pointer'] ?? ''), detail: String(error['detail'] ?? '') }))
    : undefined;
  return {
    type: typeof body['type'] === 'string' ? body['type'] : 'unexpected',
    status,
    title: body['title'],
    detail: typeof body['detail'] === 'string' ? body['detail'] : undefined,
    instance: typeof body['instance'] === 'string' ? body['instance'] : undefined,
    errors,
    more: body,
  };
};
