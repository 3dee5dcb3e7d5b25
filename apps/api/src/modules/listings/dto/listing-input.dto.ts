import { ApiProperty } from '@nestjs/swagger';
import { PLACES_LIMITS as LIMITS, type ListingContacts, type ListingTerms } from '@praktika/contracts';
import { Type } from 'class-transformer';
import { IsEmail, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { Text } from '../../../core/http/index.js';
import { PracticePlacesDto } from '../../applications/index.js';

/** What a listing says; a draft may lack any of it. */
export class ListingTermsDto extends PracticePlacesDto implements ListingTerms {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Профессия справочника; её название встанет в profession',
  })
  @IsOptional()
  @IsUUID()
  professionId?: string;
}

/** Whom to ask. */
export class ListingContactsDto implements ListingContacts {
  @ApiProperty({ required: false, maxLength: LIMITS.name, example: 'Орлова Ирина Сергеевна' })
  @IsOptional()
  @Text(LIMITS.name)
  person?: string;
  @ApiProperty({ required: false, maxLength: 50, example: '+7 495 000-00-00' })
  @IsOptional()
  @Text(50)
  phone?: string;
  @ApiProperty({ required: false, maxLength: 254, example: 'praktika@romashka.ru' })
  @IsOptional()
  @IsEmail()
  @Text(254)
  email?: string;
}

/** A listing as it is written: a given part replaces the whole part. */
export class ListingInputDto {
  @ApiProperty({ required: false, type: ListingTermsDto })
  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => ListingTermsDto)
  terms?: ListingTermsDto;
  @ApiProperty({ required: false, type: ListingContactsDto })
  @ValidateIf((_, value) => value !== undefined)
  @ValidateNested()
  @Type(() => ListingContactsDto)
  contacts?: ListingContactsDto;
}
