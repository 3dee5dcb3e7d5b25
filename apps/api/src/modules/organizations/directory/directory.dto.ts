import { ApiProperty } from '@nestjs/swagger';
import { digitsOf, isInn, ORGANIZATION_SIDES } from '@praktika/contracts';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import type { DirectoryEntry } from './organization-directory.js';

const nullableText = { type: String, nullable: true } as const;

/** An ИНН whose check digits hold; blanks and dashes between the digits are dropped. */
const IsCheckedInn = (): PropertyDecorator => (target, propertyKey) => {
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? digitsOf(value) : value))(
    target,
    propertyKey,
  );
  registerDecorator({
    name: 'inn',
    target: target.constructor,
    propertyName: String(propertyKey),
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isInn(value),
      defaultMessage: (given) =>
        /^(\d{10}|\d{12})$/.test(String(given?.value))
          ? 'Контрольное число ИНН не сходится: проверьте цифры.'
          : 'В ИНН 10 цифр у организации и 12 у предпринимателя.',
    },
  });
};

export class DirectoryQueryDto {
  @ApiProperty({ example: '7710474375' })
  @IsCheckedInn()
  inn: string;
}

/** What the register knows of the organization. */
export class DirectoryEntryDto implements DirectoryEntry {
  @ApiProperty({ ...nullableText, format: 'uuid', description: 'Организация в реестрах системы' })
  organizationId: string | null;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide', nullable: true })
  side: string | null;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  shortName: string | null;
  @ApiProperty()
  inn: string;
  @ApiProperty(nullableText)
  ogrn: string | null;
  @ApiProperty(nullableText)
  kpp: string | null;
  @ApiProperty(nullableText)
  regionCode: string | null;
  @ApiProperty(nullableText)
  city: string | null;
  @ApiProperty(nullableText)
  legalAddress: string | null;
  @ApiProperty(nullableText)
  site: string | null;
  @ApiProperty()
  hasAccount: boolean;
}
