import type { RouteLocationRaw } from 'vue-router';
import type { OrganizationRow } from '../../../app/api/models.js';

/** What can be begun with an organization of the registry. */
export interface OrganizationStep {
  /** Key of its words under `partners.steps`. */
  readonly name: 'apply' | 'practice' | 'application' | 'partner';
  readonly icon: string;
  readonly to: RouteLocationRaw;
}

/** The steps of a row's «…» (manual §2, §4), the usual one first. */
export function stepsOf(
  { id, isPartner, openApplicationId }: Pick<OrganizationRow, 'id' | 'isPartner' | 'openApplicationId'>,
  mayApply: boolean,
): OrganizationStep[] {
  const query = { to: id };
  if (isPartner) {
    const card: OrganizationStep = {
      name: 'partner',
      icon: 'handshake',
      to: { name: 'partner', params: { id } },
    };
    const practice: OrganizationStep = {
      name: 'practice',
      icon: 'send',
      to: { name: 'practice-application-new', query },
    };
    return mayApply ? [practice, card] : [card];
  }
  if (openApplicationId) {
    return [
      { name: 'application', icon: 'inbox', to: { name: 'application', params: { id: openApplicationId } } },
    ];
  }
  return mayApply
    ? [{ name: 'apply', icon: 'send', to: { name: 'partnership-application-new', query } }]
    : [];
}
