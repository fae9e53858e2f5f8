import { useSay, useText } from '@sportello/ui/i18n';
import { OpeningWindow } from '@sportello/ui/opening-window';
import { SummaryList } from '@sportello/ui/summary-list';
import type { Service } from './service.js';

/** What a service is, for those who work it and do not change it. */
export const ServiceFacts = ({ service }: { service: Service }) => {
  const text = useText();
  const say = useSay();
  const { subtitle, audience, opensAt, closesAt, settings, contacts } = service;
  return (
    <SummaryList
      items={[
        { label: text('services.field.subtitle'), value: say(subtitle) },
        { label: text('services.field.audience'), value: audience.map((kind) => text(`services.field.audience.${kind}`)).join(', ') },
        { label: text('services.window'), value: <OpeningWindow opensAt={opensAt} closesAt={closesAt} /> },
        {
          label: text('services.settings'),
          value: `${text(`services.workflow.${settings.workflow}`)}${settings.registers ? `, ${text('services.registers')}` : ''}`,
        },
        ...(contacts ? [{ label: text('services.field.contacts'), value: say(contacts) }] : []),
      ]}
    />
  );
};
