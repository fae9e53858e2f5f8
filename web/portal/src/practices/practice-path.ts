import { servicePathOfNumber } from '@sportello/contracts/practices/service-path';

interface Row {
  id: string;
  number: string;
  status: string;
}

/** Drafts reopen in their form (PRA-03), everything else on its page. */
export const practicePath = ({ id, number, status }: Row): string =>
  status === 'draft'
    ? `${servicePathOfNumber(number)}/richiesta?${new URLSearchParams({ istanza: id })}`
    : `/area-personale/pratiche/${id}`;
