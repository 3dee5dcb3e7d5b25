import { ApiProperty } from '@nestjs/swagger';
import { APPLICATION_TYPES, type ApplicationType } from '@praktika/contracts';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommaList } from '../../core/http/index.js';
import { AreTerritoryCodes, IsAreaCode } from '../reference-data/index.js';

/** What a feed is narrowed by; several values of one filter are OR, filters are AND. */
export class PublicPlacesQueryDto {
  @ApiProperty({ required: false, isArray: true, enum: APPLICATION_TYPES, description: 'Тип заявки' })
  @IsOptional()
  @CommaList()
  @IsIn(APPLICATION_TYPES, { each: true })
  type?: ApplicationType[];
  @ApiProperty({ required: false, isArray: true, type: String, example: ['06'], description: 'Область' })
  @IsOptional()
  @CommaList()
  @IsAreaCode({ each: true })
  areaCode?: string[];
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    example: ['77', 'VOLGA'],
    description: 'Регион; код федерального округа означает все его регионы',
  })
  @IsOptional()
  @CommaList()
  @AreTerritoryCodes()
  regionCode?: string[];
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    example: ['09.03.04'],
    description: 'Код специальности',
  })
  @IsOptional()
  @CommaList()
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { each: true, message: 'Код специальности: ожидается вид 09.03.04.' })
  specialtyCode?: string[];
}

class FeedAuthorDto {
  @ApiProperty()
  name: string;
}

/** One place in the terms of JSON Feed 1.1. */
export class FeedItemDto {
  @ApiProperty({ example: 'urn:uuid:01a2…', description: 'Не меняется, пока живёт заявка' })
  id: string;
  @ApiProperty()
  url: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  content_text: string;
  @ApiProperty({ format: 'date-time' })
  date_published: string;
  @ApiProperty({ format: 'date-time' })
  date_modified: string;
  @ApiProperty({ type: () => [FeedAuthorDto] })
  authors: FeedAuthorDto[];
  @ApiProperty({ type: [String] })
  tags: string[];
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export class JsonFeedDto {
  @ApiProperty({ example: 'https://jsonfeed.org/version/1.1' })
  version: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  home_page_url: string;
  @ApiProperty()
  feed_url: string;
  @ApiProperty()
  description: string;
  @ApiProperty({ example: 'ru' })
  language: string;
  @ApiProperty({ type: () => [FeedItemDto], description: 'Не больше ста, сначала новые' })
  items: FeedItemDto[];
}
