import type { OrganizationSide, Permission } from '@praktika/contracts';
import { computed } from 'vue';
import { useSession } from '../session/session-store.js';

export interface MenuEntry {
  name: string;
  /** Key of the label in the locale files. */
  label: string;
  icon: string;
  permission?: Permission;
  /** Whose cabinet has it; everybody's when left out. */
  sides?: readonly OrganizationSide[];
  demo?: boolean;
  counter?: 'waitingForMe' | 'waitingApplications' | 'unreadNotifications';
  /** Other routes under which this entry is the current one. */
  covers?: readonly string[];
}

export interface MenuSection {
  /** Key of the heading; the first section has none. */
  label?: string;
  entries: readonly MenuEntry[];
}

/** The cabinet's map. «Все сервисы» and the permanent menu are both drawn from it, so that they never differ. */
const SECTIONS: readonly MenuSection[] = [
  {
    entries: [
      { name: 'today', label: 'pages.today', icon: 'house' },
      { name: 'services', label: 'pages.services', icon: 'layout-grid' },
      {
        name: 'notifications',
        label: 'pages.notifications',
        icon: 'bell',
        permission: 'notifications:read',
        counter: 'unreadNotifications',
      },
    ],
  },
  {
    label: 'shell.sections.practices',
    entries: [
      {
        name: 'documents',
        label: 'pages.registry',
        icon: 'file-text',
        permission: 'documents:read',
        counter: 'waitingForMe',
        covers: ['document', 'document-new', 'document-edit'],
      },
      {
        name: 'applications',
        label: 'pages.applications',
        icon: 'inbox',
        permission: 'applications:read',
        counter: 'waitingApplications',
        covers: [
          'application',
          'application-edit',
          'partnership-application-new',
          'practice-application-new',
        ],
      },
      {
        name: 'partners',
        label: 'pages.partners',
        icon: 'handshake',
        permission: 'partners:read',
        covers: ['partner', 'partners-registry', 'organization'],
      },
      {
        name: 'listings',
        label: 'pages.marketplace',
        icon: 'briefcase',
        permission: 'listings:browse',
        sides: ['EMPLOYER', 'EDUCATION'],
        covers: [
          'listing',
          'listing-respond',
          'my-listings',
          'my-listing',
          'my-listing-new',
          'my-listing-edit',
          'listing-responses',
          'listing-response',
          'professions',
          'profession',
          'proposals',
          'proposal',
          'proposal-new',
          'proposal-edit',
          'listings-import',
        ],
      },
      {
        name: 'professions',
        label: 'professions.tabs.professions',
        icon: 'briefcase',
        permission: 'listings:browse',
        // the moderator browses nobody's listings
        sides: ['PLATFORM'],
        covers: ['profession'],
      },
      {
        name: 'saved-searches',
        label: 'pages.savedSearches',
        icon: 'search',
        permission: 'listings:browse',
      },
      { name: 'operations', label: 'pages.operations', icon: 'layers', permission: 'operations:read' },
    ],
  },
  {
    label: 'shell.sections.moderation',
    entries: [
      {
        name: 'moderation',
        label: 'moderation.queue',
        icon: 'inbox',
        permission: 'reference-data:moderate',
        covers: ['moderated-proposal'],
      },
      {
        name: 'reference-professions',
        label: 'moderation.reference',
        icon: 'book-open',
        permission: 'reference-data:moderate',
        covers: ['reference-specialties', 'reference-areas', 'reference-import'],
      },
    ],
  },
  {
    label: 'shell.sections.organization',
    entries: [
      {
        name: 'profile',
        label: 'shell.entries.profile',
        icon: 'building-2',
        permission: 'organization:read',
      },
      { name: 'employees', label: 'pages.employees', icon: 'users', permission: 'employees:read' },
    ],
  },
  {
    label: 'shell.sections.integration',
    entries: [
      { name: 'api-token', label: 'pages.token', icon: 'key-round', permission: 'api-tokens:manage' },
      { name: 'verify', label: 'pages.verify', icon: 'shield-check' },
      { name: 'demo-mail', label: 'shell.entries.mail', icon: 'mail', demo: true },
    ],
  },
];

/** The sections with what this person may open; empty sections are left out. */
export function useMenu() {
  const session = useSession();
  const allowed = (entry: MenuEntry) =>
    (!entry.permission || session.can(entry.permission)) &&
    (!entry.sides || entry.sides.some((side) => side === session.organization?.side)) &&
    (!entry.demo || session.me?.demo === true);
  return computed(() =>
    SECTIONS.map((section) => ({ ...section, entries: section.entries.filter(allowed) })).filter(
      (section) => section.entries.length > 0,
    ),
  );
}
