import { createServer } from 'node:http';
import { Pool } from 'pg';

/**
 * What the product is measured against: the least that does the same durable work on the same machine. One process, no framework,
 * one statement a request: a read of one row by its key, and one row a commit.
 */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const server = createServer((request, response) => {
  const [, kind, id] = (request.url ?? '').split('/');
  const work =
    kind === 'practices'
      ? pool
          .query({
            name: 'read',
            text: 'select id, number, status, title, created_at, content from bare_practices where id = $1',
            values: [id],
          })
          .then(({ rows }) => rows[0])
      : pool
          .query({
            name: 'submit',
            text: 'insert into bare_submissions (practice_id, content_sha256) values ($1, $2) returning position, submitted_at',
            values: [id, 'f'.repeat(64)],
          })
          .then(({ rows }) => rows[0]);
  work.then(
    (row) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(row)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit(0));
