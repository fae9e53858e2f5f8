interface Row {
  id: string;
  procedureId: string;
  status: string;
}

/** Drafts reopen in their form (PRA-03), everything else on its page. */
export const practicePath = ({ id, procedureId, status }: Row): string =>
  status === 'draft' ? `/servizi/${procedureId}/richiesta?${new URLSearchParams({ istanza: id })}` : `/area-personale/pratiche/${id}`;
