import { createServer } from 'node:http';
import { Pool } from 'pg';

/**
 * What the product is measured against: the least that does the same durable work on the same machine. One process, no framework, one statement
 * a request, which its path names, with what follows as its values: a read of one row by its key, or one row a commit.
 */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const statements = JSON.parse(process.env['STATEMENTS'] ?? '{}') as Record<string, string>;

const server = createServer((request, response) => {
  const [, name = '', ...values] = (request.url ?? '').split('/');
  pool.query({ name, text: statements[name] ?? '', values }).then(
    ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0])),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit(0));
