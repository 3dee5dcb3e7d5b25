import { ApiProperty } from '@nestjs/swagger';

export class DemoAccountDto {
  @ApiProperty({ example: 'practice@szgu.example' })
  email: string;
  @ApiProperty({ example: 'Соколова Анна Викторовна' })
  name: string;
  @ApiProperty()
  organization: string;
  @ApiProperty({ example: 'Менеджер' })
  role: string;
}

export class DemoCertificateDto {
  @ApiProperty({ example: 'head@romashka.example' })
  email: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ example: '/api/v1/demo/certificates/head@romashka.example.p12' })
  url: string;
}

/** Accounts and keys of the demonstration; all of it is public on purpose. */
export class DemoDto {
  @ApiProperty({ type: [DemoAccountDto] })
  accounts: DemoAccountDto[];
  @ApiProperty({ description: 'Общий пароль учётных записей и контейнеров .p12' })
  password: string;
  @ApiProperty({ type: [DemoCertificateDto] })
  certificates: DemoCertificateDto[];
}
