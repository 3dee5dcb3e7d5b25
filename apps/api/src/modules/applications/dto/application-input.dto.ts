import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_TYPES,
  PLACES_LIMITS as LIMITS,
  type ApplicationType,
  type PartnershipApplicationTerms,
  type PracticeApplicationTerms,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Text } from '../../../core/http/index.js';
import { SupervisorDto } from '../../documents/index.js';
import { ResponsibleInputDto } from '../../employees/index.js';
import { IsAreaCode, IsRegionCode } from '../../reference-data/index.js';
import { PracticePlacesDto } from './practice-places.dto.js';

/** What a partnership application says. */
export class PartnershipTermsDto implements PartnershipApplicationTerms {
  @ApiProperty({
    required: false,
    isArray: true,
    enum: APPLICATION_TYPES,
    enumName: 'ApplicationType',
    description: 'Для чего партнёрство',
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(APPLICATION_TYPES, { each: true })
  applicationTypes?: ApplicationType[];
  @ApiProperty({ required: false, example: '77' })
  @IsOptional()
  @IsRegionCode()
  regionCode?: string;
  @ApiProperty({ required: false, example: '06' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.name })
  @IsOptional()
  @Text(LIMITS.name)
  profession?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.text, description: 'Сообщение' })
  @IsOptional()
  @Text(LIMITS.text)
  message?: string;
  @ApiProperty({ required: false, type: SupervisorDto, description: 'Контактное лицо' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisorDto)
  contact?: SupervisorDto;
}

/** What a practice application says. */
export class PracticeTermsInputDto extends PracticePlacesDto implements PracticeApplicationTerms {
  @ApiProperty({ required: false, maxLength: LIMITS.text, description: 'Сообщение' })
  @IsOptional()
  @Text(LIMITS.text)
  message?: string;
  @ApiProperty({ required: false, type: SupervisorDto, description: 'Контактное лицо' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisorDto)
  contact?: SupervisorDto;
}

/** Either a file or the wish for a draft contract; a draft may have neither yet. */
class ApplicationInputDto {
  @ApiProperty({
    required: false,
    description: '«Ожидаю получить проект договора от образовательной организации»; вместо файла',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  expectsDraftContract?: boolean;
  @ApiProperty({
    required: false,
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Загруженный файл; null — убрать',
  })
  @IsOptional()
  @IsUUID()
  fileId?: string | null;
}

export class UpdatePartnershipApplicationDto extends ApplicationInputDto {
  @ApiProperty({ required: false, type: PartnershipTermsDto })
  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => PartnershipTermsDto)
  terms?: PartnershipTermsDto;
}

export class UpdatePracticeApplicationDto extends ApplicationInputDto {
  @ApiProperty({ required: false, type: PracticeTermsInputDto })
  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => PracticeTermsInputDto)
  terms?: PracticeTermsInputDto;
}

export class CreatePartnershipApplicationDto extends UpdatePartnershipApplicationDto {
  @ApiProperty({ format: 'uuid', description: 'Организация, которой предлагается партнёрство' })
  @IsUUID()
  recipientId: string;
}

export class CreatePracticeApplicationDto extends UpdatePracticeApplicationDto {
  @ApiProperty({ format: 'uuid', description: 'Партнёр' })
  @IsUUID()
  recipientId: string;
}

/** «Принятие заявки»: the responsible person may be named (manual §3). */
export class AcceptApplicationDto {
  @ApiProperty({ required: false, type: ResponsibleInputDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResponsibleInputDto)
  responsible?: ResponsibleInputDto;
}

/** «Составить договор». */
export class DraftContractDto {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Рамочный договор, к которому составить приложение; без него выбирается сам',
  })
  @IsOptional()
  @IsUUID()
  @IsNotEmpty()
  parentId?: string;
}
