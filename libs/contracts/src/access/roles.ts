import type { Permission } from './permissions.js';

/** Roles inside an organization, from the most to the least powerful, then those outside one (domain.md §7). */
export const ROLES = [
  'HEAD',
  'ADMINISTRATOR',
  'MANAGER',
  'LAWYER',
  'SIGNATORY',
  'CLERK',
  'OBSERVER',
  'STUDENT',
  'MODERATOR',
  'SYSTEM_OPERATOR',
] as const;

export type Role = (typeof ROLES)[number];

const observer: readonly Permission[] = [
  'documents:read',
  'applications:read',
  'partners:read',
  'listings:browse',
  'listings:read',
  'notifications:read',
  'operations:read',
  'organization:read',
  'employees:read',
];
const clerk: readonly Permission[] = [
  ...observer,
  'documents:draft',
  'documents:comment',
  'applications:draft',
  'listings:draft',
];
const signatory: readonly Permission[] = [...observer, 'documents:sign'];
const lawyer: readonly Permission[] = [...observer, 'documents:approve', 'documents:comment'];
const manager: readonly Permission[] = [
  ...clerk,
  'documents:send',
  'documents:approve',
  'documents:confirm',
  'documents:withdraw',
  'documents:close',
  'applications:send',
  'applications:decide',
  'partners:manage',
  'listings:publish',
  'listings:respond',
  'professions:propose',
];
const administrator: readonly Permission[] = [
  ...manager,
  'organization:manage',
  'employees:manage',
  'api-tokens:manage',
  'audit:read',
];

/** What each role may do. The sets are written as growth from one another, as domain.md §7 tells them. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  HEAD: [...administrator, 'documents:sign'],
  ADMINISTRATOR: administrator,
  MANAGER: manager,
  LAWYER: lawyer,
  SIGNATORY: signatory,
  CLERK: clerk,
  OBSERVER: observer,
  STUDENT: ['listings:browse', 'notifications:read'],
  MODERATOR: [
    'reference-data:moderate',
    'listings:browse',
    'organization:read',
    'notifications:read',
    'operations:read',
  ],
  SYSTEM_OPERATOR: ['platform:operate', 'notifications:read'],
};

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  HEAD: 'Руководитель',
  ADMINISTRATOR: 'Администратор',
  MANAGER: 'Менеджер',
  LAWYER: 'Юрист',
  SIGNATORY: 'Подписант',
  CLERK: 'Оператор',
  OBSERVER: 'Наблюдатель',
  STUDENT: 'Студент',
  MODERATOR: 'Модератор',
  SYSTEM_OPERATOR: 'Оператор системы',
};

/** Roles an administrator may give to an employee: the head is appointed, the rest live outside organizations. */
export const ASSIGNABLE_ROLES = [
  'ADMINISTRATOR',
  'MANAGER',
  'LAWYER',
  'SIGNATORY',
  'CLERK',
  'OBSERVER',
] as const;

/** Unions by their roles: asked for at every request, and there are few. */
const unions = new Map<string, ReadonlySet<Permission>>();

/** The union of what several roles may do. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  const key = roles.join();
  const known = unions.get(key);
  if (known) return known;
  const union = new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
  unions.set(key, union);
  return union;
}
