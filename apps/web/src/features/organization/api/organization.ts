import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, ifMatch, unwrap } from '../../../app/api/client.js';
import type { OrganizationPatch, OrganizationProfile } from '../../../app/api/models.js';

export function fetchOrganization(): Promise<OrganizationProfile> {
  return unwrap(api.GET('/organization'));
}

export function useOrganization() {
  return useQuery({ queryKey: ['organization'], queryFn: fetchOrganization });
}

/** @throws ApiError `precondition_failed` when a colleague has changed the profile meanwhile */
export function updateOrganization(version: number, patch: OrganizationPatch): Promise<OrganizationProfile> {
  return unwrap(api.PATCH('/organization', { body: patch, params: { header: ifMatch(version) } }));
}

export function useOrganizationCache() {
  const queries = useQueryClient();
  return { put: (profile: OrganizationProfile) => queries.setQueryData(['organization'], profile) };
}
