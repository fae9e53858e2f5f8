import { useBody } from '@sportello/ui/session';

/** Narrows what is listed to the services of the body at whose address the page is. */
export const useOfBody = (): { organizationId?: string } => {
  const body = useBody();
  return body ? { organizationId: body.id } : {};
};
