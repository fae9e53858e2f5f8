/** What is followed over time: its kind as in `Followed` of the contracts, and which. */
export interface Subject {
  kind: string;
  id: string;
  organizationId: string;
}

/** Who moves a subject. That this person may see it at all was settled when it was loaded. */
export type Mover =
  | { side: 'applicant' | 'officer'; id: string; name: string; isManager?: boolean; isAsked?: boolean; officeId?: string | null }
  | { side: 'system' };

/** A subject that was found for somebody who may see it. */
export interface Accessed extends Subject {
  /** Whose matter it is. */
  applicantId: string;
  mover: Extract<Mover, { id: string }>;
  /** Others of its kind and body that led to it, as what was merged: what was written or uploaded there before counts as its own. */
  through?: readonly string[];
}

/** Those who applied, or the office that works. */
export type Side = 'applicant' | 'office';

export const sideOf = ({ side }: Accessed['mover']): Side => (side === 'applicant' ? 'applicant' : 'office');
