import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { toast } from '@sportello/ui/toasts';
import { useState } from 'react';
import { catalogueReads } from './catalogue.js';
import { isNamed, NameFields } from './name-fields.js';

/** @param position after those that there are */
export const NewCategoryDialog = ({ position, onClose }: { position: number; onClose: () => void }) => {
  const text = useText();
  const { officer } = useSession().account ?? {};
  const create = useCommand('rpc.ticketing.put-category.v1', catalogueReads);
  const [id] = useState(newId);
  const [name, setName] = useState({ it: '', en: '' });
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!officer || !isNamed(name)) return;
    create.mutate(
      { id, organizationId: officer.organizationId, name, position, version: 0 },
      {
        onSuccess: () => {
          toast({ words: text('catalogue.category.created') });
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text('catalogue.category.new')}
      lead={text('catalogue.category.lead')}
      send={text('catalogue.category.send')}
      isPending={create.isPending}
      error={create.error}
      onSend={send}
      onClose={onClose}
    >
      <NameFields name={name} isTried={isTried} onChange={setName} />
    </ActionDialog>
  );
};
