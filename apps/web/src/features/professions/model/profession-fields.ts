import type { Proposal, ProposalDraft } from '../../../app/api/models.js';
import type { Choice } from '../../../ui/choice.js';

/** What the form of a profession shows; empty texts are what was not filled. */
export interface ProfessionFields {
  name: string;
  areaCode: string | null;
  specialties: Choice[];
  description: string;
  duties: string;
}

type Content = Pick<Proposal, 'name' | 'areaCode' | 'specialties' | 'description' | 'duties'>;

/** The form of a new profession, or of one as it was saved. */
export function fieldsOf(content?: Content): ProfessionFields {
  return {
    name: content?.name ?? '',
    areaCode: content?.areaCode ?? null,
    specialties: (content?.specialties ?? []).map(({ code, name }) => ({
      id: code,
      label: name ? `${code} ${name}` : code,
    })),
    description: content?.description ?? '',
    duties: content?.duties ?? '',
  };
}

/** The form as the API takes it. */
export function contentOf(fields: ProfessionFields): Required<ProposalDraft> {
  return {
    name: fields.name.trim(),
    areaCode: fields.areaCode,
    specialtyCodes: fields.specialties.map(({ id }) => id),
    description: fields.description.trim() || null,
    duties: fields.duties.trim() || null,
  };
}
