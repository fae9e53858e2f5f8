import { operationOf } from '@sportello/contracts/contract';
import { doors } from '@sportello/contracts/doors';
import { type Permission, permissions, type Role, roles } from '@sportello/contracts/permissions';
import { contracts } from '@sportello/contracts/registry';
import { services, topology } from '@sportello/contracts/topology';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const code = (text: string) => `\`${text}\``;
const named = (list: readonly { subject: string }[]) => list.map((it) => code(operationOf(it))).join(', ') || '—';

/** `docs/rights.md`: who may do what, from the permissions, the contracts and the topology of the bus. */
export function rightsPage(): string {
  const names = Object.keys(permissions) as Permission[];
  const holds = (permission: Permission, role: Role) => (permissions[permission] as readonly Role[]).includes(role);
  return `# Rights

This page is written by \`npm run contracts\` from \`libs/contracts\`: \`permissions.ts\`, the contracts and \`topology.ts\`. Change those, not
the page.

A permission says who may ask at all. What the one who asks may then see is decided where the row is loaded, by the methods named
\`access…\`: a citizen her own, an officer what her body and her services allow. Not there and not yours are one answer.

## Roles and permissions

A \`service\` is one of ours that asks on its own account. A person who works for a body wears one role at a time.

${table(
  ['permission', ...roles],
  names.map((permission) => [code(permission), ...roles.map((role) => (holds(permission, role) ? '●' : ''))]),
)}

## What each permission opens

${table(
  ['permission', 'operation', 'by HTTP, under `/api/v1`', 'before the policy is accepted'],
  names.flatMap((permission) =>
    [...contracts.map((contract) => ({ ...contract, id: operationOf(contract) })), ...doors]
      .filter((it) => it.permission === permission)
      .map(({ id, http, beforePolicy }) => [
        code(permission),
        code(id),
        http ? code(http) : '— (on the bus only)',
        beforePolicy ? 'yes' : '',
      ]),
  ),
)}

## Who asks and consumes whom on the bus

The accounts of NATS are made from this table: a service can publish and receive nothing else. The gateway may ask every contract and watches every
event, without durability, for the pages that are open.

${table(
  ['service', 'asks', 'consumes', 'publishes besides its own'],
  services
    .filter((name) => !topology[name].watches)
    .map((name) => [
      name,
      named(topology[name].asks),
      topology[name].consumes.map(({ subject }) => code(subject)).join(', ') || '—',
      (topology[name].adds ?? []).map(({ subject }) => code(subject)).join(', ') || '—',
    ]),
)}
`;
}
