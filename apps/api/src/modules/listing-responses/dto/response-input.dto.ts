import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_TYPES,
  PLACES_LIMITS as LIMITS,
  type ApplicationType,
  type ListingResponseTerms,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IsCalendarDate, Text } from '../../../core/http/index.js';
import { SupervisorDto } from '../../documents/index.js';
import { ResponsibleInputDto } from '../../employees/index.js';

/** Whom to ask about a response. */
export class ResponseContactDto extends SupervisorDto {
  // the validations of an overridden member are not inherited
  @Text(LIMITS.name)
  @IsNotEmpty({ message: 'Укажите контактное лицо.' })
  override fullName: string;
}

/** «Откликнуться на заявку»: type, required fields, message (manual §14.1). */
export class ListingResponseInputDto implements ListingResponseTerms {
  @ApiProperty({ enum: APPLICATION_TYPES, enumName: 'ApplicationType', description: 'Тип заявки' })
  @IsIn(APPLICATION_TYPES, { message: 'Выберите тип заявки.' })
  applicationType: ApplicationType;
  @ApiProperty({ minimum: 1, maximum: LIMITS.seats, description: 'Количество мест' })
  @IsInt()
  @Min(1)
  @Max(LIMITS.seats)
  seats: number;
  @ApiProperty({ format: 'date', description: 'Начало' })
  @IsCalendarDate()
  from: string;
  @ApiProperty({ format: 'date', description: 'Окончание' })
  @IsCalendarDate()
  to: string;
  @ApiProperty({ required: false, maxLength: LIMITS.text, description: 'Сообщение' })
  @IsOptional()
  @Text(LIMITS.text)
  message?: string;
  @ApiProperty({ type: ResponseContactDto, description: 'Контактное лицо' })
  @IsDefined({ message: 'Укажите контактное лицо.' })
  @ValidateNested()
  @Type(() => ResponseContactDto)
  contact: ResponseContactDto;
}

/** «Принять»: the responsible person may be named. */
export class AcceptListingResponseDto {
  @ApiProperty({ required: false, type: ResponsibleInputDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResponsibleInputDto)
  responsible?: ResponsibleInputDto;
}
