import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsUUID } from 'class-validator';
import { Text } from '../../core/http/index.js';

/** The responsible person as a card shows him. */
export class ResponsibleDto {
  @ApiProperty({ format: 'uuid', required: false })
  personId?: string;
  @ApiProperty({ required: false })
  fullName?: string;
  @ApiProperty({ required: false })
  position?: string;
  @ApiProperty({ required: false })
  phone?: string;
  @ApiProperty({ required: false })
  email?: string;
}

/** «Ответственное лицо за проведение практики» and what goes with him, as a modal sends it. */
export class ResponsibleInputDto {
  @ApiProperty({ format: 'uuid', required: false, description: 'Менеджер организации' })
  @IsOptional()
  @IsUUID()
  personId?: string;
  @ApiProperty({ required: false, description: 'Должность ответственного лица' })
  @IsOptional()
  @Text(200)
  position?: string;
  @ApiProperty({ required: false, description: 'Телефон' })
  @IsOptional()
  @Text(50)
  phone?: string;
  @ApiProperty({ required: false, description: 'E-mail' })
  @IsOptional()
  @IsEmail()
  @Text(254)
  email?: string;
}
