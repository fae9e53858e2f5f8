import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { useState } from 'react';
import { catalogueReads } from './catalogue.js';
import { isNamed, NameFields } from './name-fields.js';

/** Begins a service: nobody is offered it before it is published and has a form. */
export const NewServiceDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const { officer } = useSession().account ?? {};
  const categories = useAll('rpc.ticketing.list-own-categories.v1', {});
  const desks = useAll('rpc.ticketing.list-desks.v1', {});
  const create = useCommand('rpc.ticketing.put-service.v1', catalogueReads);
  const [id] = useState(newId);
  const [name, setName] = useState({ it: '', en: '' });
  const [categoryId, setCategory] = useState('');
  const [deskId, setDesk] = useState('');
  const [isTried, setTried] = useState(false);
  const desk = desks.data?.find((one) => one.id === deskId);
  const send = () => {
    setTried(true);
    if (!officer || !isNamed(name) || categoryId === '' || !desk) return;
    create.mutate(
      {
        ...{ id, organizationId: officer.organizationId, categoryId, version: 0, status: 'building' },
        ...{ group: name, name, intro: name, audience: ['citizen'], routes: [{ kind: desk.kind, deskId }] },
      },
      { onSuccess: () => go(`/assistenza/servizi/${id}`) },
    );
  };
  const choose = { value: '', label: text('catalogue.choose') };
  return (
    <ActionDialog
      title={text('catalogue.service.new')}
      lead={text('catalogue.service.lead')}
      send={text('catalogue.service.send')}
      isPending={create.isPending}
      error={create.error}
      onSend={send}
      onClose={onClose}
    >
      <NameFields name={name} isTried={isTried} onChange={setName} />
      <Loaded query={categories} skeleton={<Skeleton lines={2} />}>
        {(all) => (
          <SelectField
            label={text('catalogue.category')}
            value={categoryId}
            isRequired
            error={isTried && categoryId === '' ? text('ui.settings.required') : undefined}
            options={[choose, ...all.map((one) => ({ value: one.id, label: say(one.name) }))]}
            onChange={setCategory}
          />
        )}
      </Loaded>
      <Loaded query={desks} skeleton={<Skeleton lines={2} />}>
        {(all) => (
          <SelectField
            label={text('catalogue.field.routes.deskId')}
            value={deskId}
            isRequired
            error={isTried && !desk ? text('ui.settings.required') : undefined}
            options={[
              choose,
              ...all.map((one) => ({ value: one.id, label: `${text(`desks.field.kind.${one.kind}`)} - ${say(one.name)}` })),
            ]}
            onChange={setDesk}
          />
        )}
      </Loaded>
    </ActionDialog>
  );
};
