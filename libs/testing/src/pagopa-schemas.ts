import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with `wsdl/xsd/paForNode.xsd` and what that imports, as in the repository pagopa/pagopa-api; the schemas are not ours to hand on. */
const folder = process.env['PAGOPA_SCHEMAS'];

/** Why nothing is judged: undefined when it is. */
export const whyNotJudged = (): string | undefined => {
  if (!folder || !existsSync(join(folder, 'wsdl/xsd/paForNode.xsd'))) return 'PAGOPA_SCHEMAS names no folder with the schemas of pagoPA';
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'xmllint is missing (Debian: libxml2-utils)';
  }
};

/** Has messages validated by the schema of paForNode. @returns what xmllint complains of, by the number of the message */
export function judge(envelopes: readonly string[]): string[] {
  const work = mkdtempSync(join(tmpdir(), 'pa-for-node-'));
  try {
    const files = envelopes.map((envelope, at) => {
      const file = join(work, `${at}.xml`);
      writeFileSync(file, /<paf:[\s\S]*<\/paf:\w+>/.exec(envelope)?.[0] ?? '');
      return file;
    });
    const schema = join(folder ?? '', 'wsdl/xsd/paForNode.xsd');
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, ...files], { stdio: 'pipe' });
    return [];
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr)
      .split('\n')
      .filter((line) => !line.endsWith(' validates') && line !== '');
  } finally {
    rmSync(work, { recursive: true });
  }
}
