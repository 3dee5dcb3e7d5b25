import { ApiProperty } from '@nestjs/swagger';
import {
  MODERATED_STATUSES,
  PROPOSAL_STATUSES,
  REGISTRY_LIMITS,
  type ModeratedStatus,
  type ProposalStatus,
} from '@praktika/contracts';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CommaList, QueryNumber, Text } from '../../../core/http/index.js';
import { IsAreaFilter } from '../../reference-data/index.js';

class FiltersDto {
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    description: '«Область профессиональной деятельности»',
  })
  @IsOptional()
  @CommaList()
  @IsAreaFilter({ each: true })
  areaCode?: string[];
  @ApiProperty({ required: false, maxLength: REGISTRY_LIMITS.search, description: 'Название или код ФГОС' })
  @IsOptional()
  @Text(REGISTRY_LIMITS.search)
  q?: string;
  @ApiProperty({ required: false, minimum: 1, maximum: REGISTRY_LIMITS.maxPage, default: 25 })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(REGISTRY_LIMITS.maxPage)
  limit: number = REGISTRY_LIMITS.defaultPage;
  @ApiProperty({ required: false, maxLength: REGISTRY_LIMITS.cursor, description: 'Курсор из nextCursor' })
  @IsOptional()
  @IsString()
  @MaxLength(REGISTRY_LIMITS.cursor)
  cursor?: string;
}

/** «Предложенные профессии»: several values of one filter are OR, filters are AND. */
export class ProposalsQueryDto extends FiltersDto {
  @ApiProperty({ required: false, isArray: true, enum: PROPOSAL_STATUSES, description: 'Статус' })
  @IsOptional()
  @CommaList()
  @IsIn(PROPOSAL_STATUSES, { each: true })
  status?: ProposalStatus[];
}

/** The moderator's lists. */
export class ModeratedProposalsQueryDto extends FiltersDto {
  @ApiProperty({
    required: false,
    enum: MODERATED_STATUSES,
    default: 'PENDING_MODERATION',
    description: 'Очередь «Ожидает модерации» или рассмотренные',
  })
  @IsOptional()
  @IsIn(MODERATED_STATUSES)
  status: ModeratedStatus = 'PENDING_MODERATION';
}
