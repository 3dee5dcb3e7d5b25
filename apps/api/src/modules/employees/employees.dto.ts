import { ApiProperty } from '@nestjs/swagger';
import { ASSIGNABLE_ROLES, ROLES, type Role } from '@praktika/contracts';
import { ArrayMinSize, ArrayUnique, IsArray, IsEmail, IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { Text } from '../../core/http/index.js';
import type { EmployeeRow, ResponsiblePersonRow } from './employees.queries.js';

const nullableText = { type: String, nullable: true } as const;

/** Roles an administrator gives. */
export type AssignableRole = (typeof ASSIGNABLE_ROLES)[number];

export class EmployeesQueryDto {
  @ApiProperty({ required: false, maxLength: 200, description: 'Часть имени, e-mail или должности' })
  @IsOptional()
  @Text(200)
  q?: string;
}

export class EmployeeDto {
  @ApiProperty({ format: 'uuid', description: 'Идентификатор участия в организации' })
  id: string;
  @ApiProperty({ format: 'uuid' })
  personId: string;
  @ApiProperty()
  surname: string;
  @ApiProperty()
  givenName: string;
  @ApiProperty(nullableText)
  patronymic: string | null;
  @ApiProperty()
  email: string;
  @ApiProperty(nullableText)
  phone: string | null;
  @ApiProperty(nullableText)
  position: string | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];
  @ApiProperty({ enum: ['ACTIVE', 'ENDED'] })
  status: 'ACTIVE' | 'ENDED';
  @ApiProperty({ ...nullableText, format: 'date-time', description: 'Последнее действие за эту организацию' })
  lastSeenAt: string | null;
}

export class EmployeesDto {
  @ApiProperty({ type: () => [EmployeeDto] })
  items: EmployeeDto[];
}

export class AddEmployeeDto {
  @ApiProperty({ maxLength: 100 })
  @IsNotEmpty()
  @Text(100)
  surname: string;

  @ApiProperty({ maxLength: 100 })
  @IsNotEmpty()
  @Text(100)
  givenName: string;

  @ApiProperty({ ...nullableText, required: false, maxLength: 100 })
  @IsOptional()
  @Text(100)
  patronymic?: string | null;

  @ApiProperty({ maxLength: 254 })
  @IsEmail()
  @Text(254)
  email: string;

  @ApiProperty({ ...nullableText, required: false, maxLength: 200 })
  @IsOptional()
  @Text(200)
  position?: string | null;

  @ApiProperty({ ...nullableText, required: false, maxLength: 50 })
  @IsOptional()
  @Text(50)
  phone?: string | null;

  @ApiProperty({ ...nullableText, required: false, example: '112-233-445 95' })
  @IsOptional()
  @Text(20)
  snils?: string | null;

  @ApiProperty({ enum: ASSIGNABLE_ROLES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ASSIGNABLE_ROLES, { each: true })
  roles: AssignableRole[];
}

export class UpdateEmployeeDto {
  @ApiProperty({ ...nullableText, required: false, maxLength: 200 })
  @IsOptional()
  @Text(200)
  position?: string | null;

  @ApiProperty({ ...nullableText, required: false, maxLength: 50 })
  @IsOptional()
  @Text(50)
  phone?: string | null;

  @ApiProperty({ enum: ASSIGNABLE_ROLES, isArray: true, minItems: 1, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ASSIGNABLE_ROLES, { each: true })
  roles?: AssignableRole[];
}

export class AddedEmployeeDto {
  @ApiProperty({ type: () => EmployeeDto })
  employee: EmployeeDto;
  @ApiProperty({
    ...nullableText,
    description: 'Показывается один раз; null, если у человека уже есть учётная запись со своим паролем',
  })
  temporaryPassword: string | null;
}

export class ResponsiblePersonDto {
  @ApiProperty({ format: 'uuid' })
  personId: string;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  position: string | null;
  @ApiProperty(nullableText)
  phone: string | null;
  @ApiProperty()
  email: string;
}

export class ResponsiblePersonsDto {
  @ApiProperty({ type: () => [ResponsiblePersonDto] })
  items: ResponsiblePersonDto[];
}

export const employeeDto = (row: EmployeeRow): EmployeeDto => ({
  id: row.id,
  personId: row.person_id,
  surname: row.surname,
  givenName: row.given_name,
  patronymic: row.patronymic,
  email: row.email,
  phone: row.phone,
  position: row.position,
  roles: row.roles,
  status: row.ended_at === null ? 'ACTIVE' : 'ENDED',
  lastSeenAt: row.last_seen_at,
});

export const responsiblePersonDto = (row: ResponsiblePersonRow): ResponsiblePersonDto => ({
  personId: row.person_id,
  fullName: row.full_name,
  position: row.position,
  phone: row.phone,
  email: row.email,
});
