/**
 * Read before a service by `node --import`: a stack names lines of our sources. A map is read when a stack first needs it: Node's own support
 * reads all of them as the modules load, which takes 8 MB of each process and a tenth of its start.
 */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | undefined>();

function mapOf(path: string): SourceMap | undefined {
  if (!maps.has(path)) maps.set(path, read(`${path}.map`));
  return maps.get(path);
}

function read(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload);
  } catch {
    // What has no map is named as it runs.
    return undefined;
  }
}

/** A call as V8 writes it, with the place in the source. What belongs to a package stays as it is, and so does what cannot be found. */
function inSource(call: NodeJS.CallSite): string {
  try {
    return placed(call);
  } catch {
    // Whoever reads a stack must not fail of it.
    return String(call);
  }
}

function placed(call: NodeJS.CallSite): string {
  const [name, line, column] = [call.getFileName(), call.getLineNumber(), call.getColumnNumber()];
  if (!name || line === null || column === null || !name.includes('/dist/') || name.includes('/node_modules/')) return String(call);
  const path = name.startsWith('file:') ? fileURLToPath(name) : name;
  const origin = mapOf(path)?.findOrigin(line, column);
  if (!origin || !('fileName' in origin)) return String(call);
  const source = resolve(dirname(path), origin.fileName);
  return String(call).replace(`${name}:${line}:${column}`, () => `${source}:${origin.lineNumber}:${origin.columnNumber}`);
}

function inWords(error: unknown): string {
  try {
    return String(error);
  } catch {
    // Whatever may be thrown has a stack.
    return Object.prototype.toString.call(error);
  }
}

Error.prepareStackTrace = (error, calls) => [inWords(error), ...calls.map((call) => `    at ${inSource(call)}`)].join('\n');
