import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { Text } from '../../core/http/index.js';
import { PASSWORD_LENGTH } from '../sign-in/index.js';

export class SetupDto {
  @ApiProperty({ description: 'Первая учётная запись ещё не создана' })
  needed: boolean;
}

/** The first person of the installation. */
export class CompleteSetupDto {
  @ApiProperty({ maxLength: 100, description: 'Часть одноразовой ссылки после знака #' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;

  @ApiProperty({ maxLength: 100 })
  @IsNotEmpty()
  @Text(100)
  surname: string;

  @ApiProperty({ maxLength: 100 })
  @IsNotEmpty()
  @Text(100)
  givenName: string;

  @ApiProperty({ type: String, nullable: true, required: false, maxLength: 100 })
  @IsOptional()
  @Text(100)
  patronymic?: string | null;

  @ApiProperty({ maxLength: 254 })
  @IsEmail()
  @Text(254)
  email: string;

  @ApiProperty({ format: 'password', minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most })
  @IsString()
  @MaxLength(PASSWORD_LENGTH.most)
  password: string;
}
