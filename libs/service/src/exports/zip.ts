import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface Part {
  name: string;
  content: string | AsyncIterable<string | Uint8Array>;
  /** True for what must lie in the archive as it is. */
  isPlain?: boolean;
}

/** An archive whose parts are made one after the other, as fast as it is read. Whoever stops reading ends them. */
export function zipOf(parts: AsyncIterable<Part>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const fill = async () => {
    for await (const { name, content, isPlain } of parts) {
      if (output.destroyed) break;
      const options = { compress: !isPlain, forceDosTimestamp: true };
      if (typeof content === 'string') {
        zip.addBuffer(Buffer.from(content), name, options);
        continue;
      }
      const stream = Readable.from(content, { objectMode: false });
      const stop = () => stream.destroy();
      output.once('close', stop);
      zip.addReadStream(stream, name, options);
      await finished(stream);
      output.off('close', stop);
    }
    zip.end();
  };
  const fail = (error: Error) => void output.destroy(error);
  zip.on('error', fail);
  fill().catch(fail);
  return output;
}
