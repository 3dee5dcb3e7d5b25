import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_SIDES, ROLES, type OrganizationSide, type Role } from '@praktika/contracts';
import { IsEmail, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { Text } from '../../core/http/index.js';

/** Longest password taken into work: hashing more would only help an attacker. */
const LONGEST_PASSWORD = 128;

export class LoginDto {
  @ApiProperty({ example: 'practice@szgu.example' })
  @IsEmail()
  @Text(254)
  email: string;

  @ApiProperty({ format: 'password', maxLength: LONGEST_PASSWORD })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password: string;
}

export class ChooseOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organizationId: string;
}

export class ChangePasswordDto {
  @ApiProperty({ format: 'password', maxLength: LONGEST_PASSWORD })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  currentPassword: string;

  @ApiProperty({ format: 'password', minLength: 12, maxLength: LONGEST_PASSWORD })
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  newPassword: string;
}

export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Соколова' })
  surname: string;
  @ApiProperty({ example: 'Анна' })
  givenName: string;
  @ApiProperty({ type: String, nullable: true, example: 'Викторовна' })
  patronymic: string | null;
  @ApiProperty()
  email: string;
  @ApiProperty({ description: 'Вход по временному паролю: сначала его нужно сменить' })
  mustChangePassword: boolean;
}

export class MyOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'ООО «Ромашка»' })
  name: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: OrganizationSide;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];
}

/** Who signed in and for which organizations the person may act. */
export class SignedInDto {
  @ApiProperty({ type: () => PersonDto })
  person: PersonDto;
  @ApiProperty({ type: () => [MyOrganizationDto] })
  organizations: MyOrganizationDto[];
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Организация сеанса; null, пока она не выбрана',
  })
  organizationId: string | null;
}
