import { createServer, type ServerResponse } from 'node:http';
import { type Connection, Pool } from 'pg';
import { queueCases, statementOf } from './queue-cases.ts';

/**
 * What the queue, the opened practice and the export are measured against: one process, no framework, the same rows of the same database by
 * one statement. It asks nobody who is asking, and notes nothing.
 */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const statements = queueCases.map(statementOf);

const server = createServer((request, response) => {
  const [, kind = '', what = '', to = ''] = (request.url ?? '').split('/');
  const work =
    kind === 'copy'
      ? copy(response, what, to)
      : rowsOf(kind, what).then((body) => {
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        });
  work.catch((error: Error) => response.writeHead(500).end(error.message));
});

const rowsOf = async (kind: string, what: string): Promise<unknown> => {
  if (kind === 'queue') return (await pool.query(statements[Number(what)] ?? '')).rows;
  const text = 'select id, number, status, procedure_id, applicant_name, created_at, submitted_at, content from practices where id = $1';
  return (await pool.query({ name: 'read', text, values: [what] })).rows[0];
};

/** What changed from a day to another as CSV, straight from the server's own COPY. */
async function copy(response: ServerResponse, from: string, to: string): Promise<void> {
  if (![from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))) throw new RangeError('Two days');
  const client = await pool.connect();
  response.writeHead(200, { 'content-type': 'text/csv' });
  try {
    await new Promise<void>((done, fail) => {
      client.query({
        submit: (connection: Connection) =>
          void connection.query(
            `copy (select p.number, r.title ->> 'it', p.method, p.applicant_name, p.applicant_fiscal_code, p.submitted_at, p.changed_at, p.status,
               p.officer_name, p.office_name, p.priority, array_to_string(p.tags, ', '), p.protocol_number, p.protocol_at, p.decided_at
             from practices p join procedures r on r.id = p.procedure_id
             where p.submitted_at is not null and p.changed_at >= '${from} 00:00 Europe/Rome' and p.changed_at < '${to} 00:00 Europe/Rome'
             order by p.changed_at desc, p.id desc) to stdout (format csv, header, delimiter ';')`,
          ),
        handleCopyData: ({ chunk }: { chunk: Buffer }) => void response.write(chunk),
        handleCommandComplete: () => undefined,
        handleError: fail,
        handleReadyForQuery: () => done(),
      } as never);
    });
  } finally {
    client.release();
  }
  response.end();
}

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit(0));
