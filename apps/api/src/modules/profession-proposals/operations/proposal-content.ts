import { missingProfessionContent } from '@praktika/contracts';
import { professionSearchText } from '../../reference-data/index.js';
import type { ProposalInputDto } from '../dto/proposal-input.dto.js';
import type { ProposalRow } from '../proposals.queries.js';

type Content = Pick<ProposalRow, 'name' | 'areaCode' | 'specialtyCodes' | 'description' | 'duties'>;

const NOTHING: Content = { name: '', areaCode: null, specialtyCodes: [], description: null, duties: null };

/**
 * The columns of a draft in the order of its statements: name, area, codes, description, duties, search text, what is
 * missing. Members that are not given stay as they are.
 */
export function draftColumns(input: ProposalInputDto, present: Content = NOTHING): readonly unknown[] {
  const name = input.name ?? present.name;
  const areaCode = input.areaCode === undefined ? present.areaCode : input.areaCode;
  const codes = input.specialtyCodes ?? present.specialtyCodes;
  const missing = missingProfessionContent({ name, ...(areaCode !== null && { areaCode }) });
  return [
    name,
    areaCode,
    codes,
    textOf(input.description, present.description),
    textOf(input.duties, present.duties),
    professionSearchText(name, codes),
    missing,
  ];
}

const textOf = (given: string | null | undefined, present: string | null): string | null =>
  given === undefined ? present : given || null;
