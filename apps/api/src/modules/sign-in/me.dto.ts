import { ApiProperty } from '@nestjs/swagger';
import {
  ORGANIZATION_SIDES,
  PERMISSIONS,
  ROLES,
  type OrganizationSide,
  type Permission,
  type Role,
} from '@praktika/contracts';
import { MyOrganizationDto, PersonDto } from './sign-in.dto.js';

export class CurrentOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'ООО «Ромашка»' })
  name: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: OrganizationSide;
  @ApiProperty({ example: 'Europe/Moscow' })
  timezone: string;
  @ApiProperty({ example: '7700000013' })
  inn: string;
  @ApiProperty({ example: '1997700000017' })
  ogrn: string;
}

export class CountersDto {
  @ApiProperty({ description: 'Документы, которые ждут организацию; не больше 100' })
  waitingForMe: number;
  @ApiProperty({ description: 'Входящие заявки, которые ждут решения; не больше 100' })
  waitingApplications: number;
  @ApiProperty({ description: 'Непрочитанные уведомления; не больше 100' })
  unreadNotifications: number;
}

/** The session as the cabinet needs it on every page. */
export class MeDto {
  @ApiProperty({ type: () => PersonDto })
  person: PersonDto;
  @ApiProperty({ type: () => CurrentOrganizationDto, nullable: true })
  organization: CurrentOrganizationDto | null;
  @ApiProperty({ type: () => [MyOrganizationDto] })
  organizations: MyOrganizationDto[];
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: Permission[];
  @ApiProperty({ type: () => CountersDto })
  counters: CountersDto;
  @ApiProperty({ description: 'Установка с демонстрационными данными' })
  demo: boolean;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Идентификатор пользователя API',
  })
  apiUserId: string | null;
}
