import { ApiProperty } from '@nestjs/swagger';

/** A limited count: above the limit it is told as «не меньше». */
export class ListingsCountDto {
  @ApiProperty({ example: 12 })
  value: number;
  @ApiProperty({ enum: ['eq', 'gte'] })
  relation: 'eq' | 'gte';
}

/** A line of «Справочник профессий». */
export class ProfessionRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Наладчик компьютерных сетей' })
  name: string;
  @ApiProperty({ example: '06' })
  areaCode: string;
  @ApiProperty({ example: 'Связь, информационные и коммуникационные технологии' })
  areaName: string;
  @ApiProperty({ type: [String], description: 'Коды ФГОС', example: ['09.01.02'] })
  specialtyCodes: string[];
  @ApiProperty({
    type: ListingsCountDto,
    nullable: true,
    description: 'Опубликованные потребности обр. организаций; null, если смотрит не работодатель',
  })
  needsCount: ListingsCountDto | null;
  @ApiProperty({
    type: ListingsCountDto,
    nullable: true,
    description: 'Опубликованные места работодателей; null, если смотрит не обр. организация',
  })
  placesCount: ListingsCountDto | null;
  @ApiProperty({ description: 'Исключена из справочника' })
  archived: boolean;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
}

/** A code of «ФГОС» with its name, as far as the classifier knows it. */
export class NamedSpecialtyDto {
  @ApiProperty({ example: '09.01.02' })
  code: string;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

/** The profession's page. */
export class ProfessionDto extends ProfessionRowDto {
  @ApiProperty({ type: [NamedSpecialtyDto] })
  specialties: NamedSpecialtyDto[];
  @ApiProperty({ type: String, nullable: true })
  description: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Обязанности' })
  duties: string | null;
}

export class ProfessionsPageDto {
  @ApiProperty({ type: [ProfessionRowDto] })
  items: ProfessionRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
