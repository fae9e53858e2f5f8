import { failureOf, requestHeaders, UnreachableError } from './api.js';

export interface Upload<T> {
  done: Promise<T>;
  cancel: () => void;
}

/** Sends the bytes of a file and tells how far it is (0 to 1). `fetch` cannot tell, so the older request does it. */
export const upload = <T,>(address: string, file: Blob, onProgress: (part: number) => void): Upload<T> => {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open('PUT', address);
    // What the browser calls it is nobody's business: the server looks at the bytes.
    for (const [name, value] of Object.entries(requestHeaders('PUT', 'application/octet-stream'))) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as T)
        : reject(failureOf(request.status, request.response, request.getResponseHeader('Retry-After')));
    request.onerror = () => reject(new UnreachableError('upload'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
};
