import { ApiProperty } from '@nestjs/swagger';
import { PROFESSION_LIMITS as LIMITS } from '@praktika/contracts';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsOptional,
  Matches,
  ValidateIf,
} from 'class-validator';
import { Text } from '../../../core/http/index.js';
import { IsAreaCode } from '../../reference-data/index.js';

/** What may be said of a profession beside its name and area. */
export class ProfessionDetailsDto {
  @ApiProperty({
    required: false,
    type: [String],
    maxItems: LIMITS.specialties,
    description: 'Коды ФГОС; можно и не из справочника',
    example: ['09.01.02'],
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(LIMITS.specialties)
  @ArrayUnique()
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { each: true, message: 'Ожидается код вида 09.03.04.' })
  specialtyCodes?: string[];
  @ApiProperty({ required: false, type: String, nullable: true, maxLength: LIMITS.text })
  @IsOptional()
  @Text(LIMITS.text)
  description?: string | null;
  @ApiProperty({
    required: false,
    type: String,
    nullable: true,
    maxLength: LIMITS.text,
    description: 'Обязанности',
  })
  @IsOptional()
  @Text(LIMITS.text)
  duties?: string | null;
}

/** A profession as the moderator corrects it: members that are not given stay as they are. */
export class CorrectProfessionDto extends ProfessionDetailsDto {
  @ApiProperty({ required: false, maxLength: LIMITS.name })
  @ValidateIf((_, value) => value !== undefined)
  @Text(LIMITS.name)
  @IsNotEmpty()
  name?: string;
  @ApiProperty({ required: false, example: '06' })
  @ValidateIf((_, value) => value !== undefined)
  @IsAreaCode()
  areaCode?: string;
}

export class UpdateProfessionDto extends CorrectProfessionDto {
  @ApiProperty({ required: false, description: 'Исключить из справочника или вернуть' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  archived?: boolean;
}

export class CreateProfessionDto extends ProfessionDetailsDto {
  @ApiProperty({ maxLength: LIMITS.name })
  @Text(LIMITS.name)
  @IsNotEmpty()
  name: string;
  @ApiProperty({ example: '06' })
  @IsAreaCode()
  areaCode: string;
}
