import { statusLabels } from '@sportello/contracts/practices/states';
import { type Line, moves } from './moves.js';

/** `docs/states.md`: the table of moves as people read it. */
export function statesPage(): string {
  const labels = Object.entries(statusLabels).map(([code, { it, en }]) => `| \`${code}\` | ${it} | ${en} |`);
  const rows = moves.map(({ move, from, to, who, if: conditions = [], guards = [] }) => {
    const when = [...conditions, ...guards].join(', ') || '—';
    return `| ${move} | \`${from}\` | \`${to}\` | ${who} | ${when} |`;
  });
  return `# The states of a practice

This page is written from \`services/practices/src/practices/moves.ts\` by \`npm run states -w @sportello/practices\`: change the table, not
the page. Refusals, buttons and the filters of the queue come from the same table.

## Labels

The words are binding and the same for citizens and officers.

| State | Italian | English |
| --- | --- | --- |
${labels.join('\n')}

## Moves

\`draft\` and \`ready\` are seen by their author alone. A line with a condition on the settings of the procedure (one step, approval,
forward, registers, does not register) does not exist for the others. A repeated command answers the first result; a refused one changes
nothing and says what to do instead.

| Move | From | To | Who | Only when |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Picture

\`\`\`mermaid
stateDiagram-v2
  [*] --> draft: open
${moves
  .filter(({ from, to }) => from !== to)
  .map(arrow)
  .join('\n')}
\`\`\`
`;
}

const arrow = ({ move, from, to, if: conditions = [] }: Line) =>
  `  ${from} --> ${to}: ${move}${conditions.length > 0 ? ` (${conditions.join(', ')})` : ''}`;
