import { useText } from '@sportello/ui/i18n';
import { useSessionReading } from '@sportello/ui/session';
import type { Section, SectionKey } from './sections.js';
import { sectionsOf } from './sections-of.js';

/** The first page of a section. */
export const addressOf = ({ paths }: Section): string => `/${paths[0]?.split('/:')[0] ?? ''}`;

interface OfferedSection {
  key: SectionKey;
  label: string;
  to: string;
  icon: string;
  command: `go-${SectionKey}`;
  isOwn: boolean;
}

/** The sections of whoever is signed in, with their names. */
export function useSections(): OfferedSection[] {
  const text = useText();
  const role = useSessionReading().state?.account?.officer?.role;
  if (!role) return [];
  return sectionsOf(role).map((section: Section & { key: SectionKey }) => ({
    key: section.key,
    label: text(`section.${section.key}`),
    to: addressOf(section),
    icon: section.icon,
    command: `go-${section.key}` as const,
    isOwn: section.isOwn === true,
  }));
}
