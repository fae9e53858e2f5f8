export type Openness = 'open' | 'not-yet' | 'closed';

export interface Opening {
  /** Of the service; absent where only its dates are known. */
  status?: string;
  opensAt: string | null;
  closesAt: string | null;
}

/** Whether a service can be compiled now: the opening instant is inside the window, the closing one is outside. */
export function openness({ status, opensAt, closesAt }: Opening, now: Date): Openness {
  if (status !== undefined && status !== 'published') return 'closed';
  if (opensAt && now < new Date(opensAt)) return 'not-yet';
  return closesAt && now >= new Date(closesAt) ? 'closed' : 'open';
}
