import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsOptional } from 'class-validator';
import { Text } from '../../../core/http/index.js';

export class InviteOrganizationDto {
  @ApiProperty({
    required: false,
    maxLength: 254,
    description: 'Куда отправить; без него — на открытый адрес организации',
  })
  @IsOptional()
  @IsEmail({}, { message: 'Укажите адрес вида name@example.ru.' })
  @Text(254)
  email?: string;
}

/** An invitation that has been sent. */
export class InvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  email: string;
  @ApiProperty({ format: 'date-time' })
  sentAt: string;
}
