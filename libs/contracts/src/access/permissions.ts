/**
 * Everything a person or a token may be allowed to do, as data (domain.md §7). A permission names a right inside
 * one organization; which objects it reaches is the access service's question.
 */
export const PERMISSIONS = [
  'documents:read',
  'documents:draft',
  'documents:send',
  'documents:approve',
  'documents:sign',
  'documents:confirm',
  'documents:withdraw',
  'documents:close',
  'documents:comment',
  'applications:read',
  'applications:draft',
  'applications:send',
  'applications:decide',
  'partners:read',
  'partners:manage',
  'listings:browse',
  'listings:read',
  'listings:draft',
  'listings:publish',
  'listings:respond',
  'professions:propose',
  'notifications:read',
  'operations:read',
  'organization:read',
  'organization:manage',
  'employees:read',
  'employees:manage',
  'api-tokens:manage',
  'audit:read',
  'platform:operate',
  'reference-data:moderate',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export function isPermission(value: string): value is Permission {
  return (PERMISSIONS as readonly string[]).includes(value);
}
