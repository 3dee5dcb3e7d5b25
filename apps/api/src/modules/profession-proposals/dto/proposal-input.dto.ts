import { ApiProperty } from '@nestjs/swagger';
import { PROFESSION_LIMITS as LIMITS } from '@praktika/contracts';
import { IsOptional, ValidateIf } from 'class-validator';
import { Text } from '../../../core/http/index.js';
import { ProfessionDetailsDto } from '../../professions/index.js';
import { IsAreaCode } from '../../reference-data/index.js';

/** What an organization proposes; a draft may lack anything. */
export class ProposalInputDto extends ProfessionDetailsDto {
  @ApiProperty({ required: false, maxLength: LIMITS.name, description: 'Нужно, чтобы отправить' })
  @ValidateIf((_, value) => value !== undefined)
  @Text(LIMITS.name)
  name?: string;
  @ApiProperty({
    required: false,
    type: String,
    nullable: true,
    example: '06',
    description: 'Нужна, чтобы отправить',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string | null;
}
