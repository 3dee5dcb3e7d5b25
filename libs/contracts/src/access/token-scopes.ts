import type { Permission } from './permissions.js';

/**
 * What an API token may be given (api.md, Tokens). A scope is a bundle of permissions; none of them makes a
 * signature (`documents:sign-request` only submits one that a person made), manages people or issues tokens.
 */
export const TOKEN_SCOPES = [
  'documents:read',
  'documents:write',
  'documents:sign-request',
  'applications:read',
  'applications:write',
  'marketplace:read',
  'marketplace:write',
] as const;

export type TokenScope = (typeof TOKEN_SCOPES)[number];

export const SCOPE_PERMISSIONS: Readonly<Record<TokenScope, readonly Permission[]>> = {
  'documents:read': [
    'documents:read',
    'partners:read',
    'notifications:read',
    'operations:read',
    'organization:read',
    'employees:read',
  ],
  'documents:write': [
    'documents:draft',
    'documents:send',
    'documents:approve',
    'documents:confirm',
    'documents:withdraw',
    'documents:close',
    'documents:comment',
  ],
  'documents:sign-request': ['documents:sign'],
  'applications:read': ['applications:read', 'partners:read', 'organization:read'],
  'applications:write': ['applications:draft', 'applications:send', 'applications:decide', 'partners:manage'],
  'marketplace:read': ['listings:browse', 'listings:read', 'operations:read', 'organization:read'],
  'marketplace:write': ['listings:draft', 'listings:publish', 'listings:respond', 'professions:propose'],
};

export const SCOPE_LABELS: Readonly<Record<TokenScope, string>> = {
  'documents:read': 'Чтение документов, партнёров и уведомлений',
  'documents:write': 'Создание, согласование, отправка и закрытие документов',
  'documents:sign-request': 'Передача готовой подписи, сделанной сотрудником',
  'applications:read': 'Чтение заявок и партнёров',
  'applications:write': 'Создание, отправка и рассмотрение заявок, прекращение партнёрства',
  'marketplace:read': 'Чтение заявок биржи, откликов и предложенных профессий',
  'marketplace:write': 'Размещение заявок на бирже, отклики и предложения профессий',
};

/** The scope that carries a permission, for the `required` member of an `insufficient_scope` answer. */
export function scopeFor(permission: Permission): TokenScope | undefined {
  return TOKEN_SCOPES.find((scope) => SCOPE_PERMISSIONS[scope].includes(permission));
}

/** A token's permissions: its scopes, never beyond what its creator holds today. */
export function tokenPermissions(
  scopes: readonly TokenScope[],
  creator: ReadonlySet<Permission>,
): ReadonlySet<Permission> {
  const scoped = scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope]);
  return new Set(scoped.filter((permission) => permission === 'documents:sign' || creator.has(permission)));
}
