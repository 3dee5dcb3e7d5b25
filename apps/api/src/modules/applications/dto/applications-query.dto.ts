import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_KINDS,
  APPLICATION_STATUSES,
  DIRECTIONS,
  REGISTRY_LIMITS,
  type ApplicationKind,
  type ApplicationStatus,
  type Direction,
} from '@praktika/contracts';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { CommaList, QueryNumber, Text } from '../../../core/http/index.js';

/** «Заявки»: several values of one filter are OR, filters are AND. */
export class ApplicationsQueryDto {
  @ApiProperty({ required: false, enum: DIRECTIONS, description: '«Входящие» / «Исходящие»' })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction?: Direction;
  @ApiProperty({ required: false, isArray: true, enum: APPLICATION_KINDS, description: 'Вид заявки' })
  @IsOptional()
  @CommaList()
  @IsIn(APPLICATION_KINDS, { each: true })
  kind?: ApplicationKind[];
  @ApiProperty({ required: false, isArray: true, enum: APPLICATION_STATUSES, description: 'Статус' })
  @IsOptional()
  @CommaList()
  @IsIn(APPLICATION_STATUSES, { each: true })
  status?: ApplicationStatus[];
  @ApiProperty({ required: false, isArray: true, type: String, format: 'uuid', description: 'Партнёр' })
  @IsOptional()
  @CommaList()
  @IsUUID(undefined, { each: true })
  partnerId?: string[];
  @ApiProperty({
    required: false,
    maxLength: REGISTRY_LIMITS.search,
    description: 'Номер, партнёр, ИНН, ОГРН',
  })
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
