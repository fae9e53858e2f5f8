/** The states of a service, and where it may go from each: for the service and for the pages, which show no other button. */
export const procedureStates = ['building', 'testing', 'published', 'suspended', 'withdrawn'] as const;
export type ProcedureState = (typeof procedureStates)[number];

export const procedureMoves: Record<ProcedureState, readonly ProcedureState[]> = {
  building: ['testing'],
  testing: ['published', 'building'],
  published: ['suspended'],
  suspended: ['published', 'withdrawn'],
  withdrawn: [],
};

/** Where a service may be deleted, if it has no practices. */
export const deletableStates: readonly ProcedureState[] = ['building', 'testing', 'withdrawn'];

/** Whether people are owed a reason for the move. */
export const needsReason = (state: ProcedureState): boolean => state === 'suspended' || state === 'withdrawn';
