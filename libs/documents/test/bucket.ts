import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** How a bucket fails: it has no room (507), or is out of order (503). */
type Mood = 'works' | 'is full' | 'is out of order';

/** A bucket that speaks as much of the S3 protocol as the storage uses, and keeps everything in memory. */
export async function startBucket(name: string) {
  const objects = new Map<string, Buffer>();
  const openUploads = new Map<string, Buffer[]>();
  const state: { mood: Mood } = { mood: 'works' };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://bucket');
    const key = decodeURIComponent(url.pathname.slice(name.length + 2));
    const uploadId = url.searchParams.get('uploadId');
    const reply = (status: number, body: string | Buffer = '', headers = {}) =>
      response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(request.method === 'HEAD' ? '' : body);
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);

    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return void reply(403);
    if (state.mood === 'is out of order') return void reply(503, '<Error><Code>ServiceUnavailable</Code></Error>');
    if (state.mood === 'is full' && /^(POST|PUT)$/.test(request.method ?? ''))
      return void reply(507, '<Error><Code>XMinioStorageFull</Code></Error>');
    const isRefused = request.headers['if-none-match'] === '*' && objects.has(key);
    switch (request.method) {
      case 'POST': {
        if (uploadId === null) {
          openUploads.set(key, []);
          return void reply(200, `<InitiateMultipartUploadResult><UploadId>${key}</UploadId></InitiateMultipartUploadResult>`);
        }
        if (isRefused) return void reply(412, preconditionFailed);
        objects.set(key, Buffer.concat(openUploads.get(uploadId) ?? []));
        openUploads.delete(uploadId);
        return void reply(200, '<CompleteMultipartUploadResult><ETag>"1"</ETag></CompleteMultipartUploadResult>');
      }
      case 'PUT':
        if (isRefused) return void reply(412, preconditionFailed);
        if (uploadId === null) objects.set(key, Buffer.concat(body));
        else openUploads.get(uploadId)?.push(Buffer.concat(body));
        return void reply(200, '', { etag: '"1"' });
      case 'DELETE':
        if (uploadId === null) objects.delete(key);
        else openUploads.delete(uploadId);
        return void reply(204);
      default: {
        const content = objects.get(key);
        if (!content) return void reply(404);
        return void response
          .writeHead(200, { 'content-length': content.length, 'last-modified': new Date(0).toUTCString(), etag: '"1"' })
          .end(request.method === 'HEAD' ? '' : content);
      }
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    openUploads,
    state,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

const preconditionFailed = '<Error><Code>PreconditionFailed</Code></Error>';
