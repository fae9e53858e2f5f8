import { createServer } from 'node:http';
import { Pool } from 'pg';

/** What the questions of the Node are measured against: one process, no framework, the same row by its key. */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const text = 'select * from instalments where creditor_fiscal_code = $1 and notice_number = $2';

const server = createServer((request, response) => {
  const [, fiscalCode, noticeNumber] = (request.url ?? '').split('/');
  pool.query({ name: 'read', text, values: [fiscalCode, noticeNumber] }).then(
    ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0])),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit(0));
