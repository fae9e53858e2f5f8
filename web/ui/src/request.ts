/** An HTTP request as `fetch` takes it, made from a contract's operation and its input. */
export interface ApiRequest {
  method: string;
  path: string;
  body: string | undefined;
}

const withoutBody = ['GET', 'DELETE'];

/**
 * Puts the fields named in the path there, and the others in the query (GET, DELETE) or in a JSON body.
 *
 * @param operation for example `PUT /practices/{id}/content`
 * @throws RangeError if the path names a field that the input lacks
 */
export const requestFor = (operation: string, input: Readonly<Record<string, unknown>>): ApiRequest => {
  const [method = 'GET', template = '/'] = operation.split(' ');
  const left = new Map(Object.entries(input));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name);
    if (value === undefined || value === null || value === '') throw new RangeError(`${operation} needs ${name}`);
    left.delete(name);
    return encodeURIComponent(String(value));
  });
  if (!withoutBody.includes(method)) return { method, path, body: JSON.stringify(Object.fromEntries(left)) };
  const query = new URLSearchParams();
  for (const [name, value] of left) if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  return { method, path: query.size > 0 ? `${path}?${query}` : path, body: undefined };
};
