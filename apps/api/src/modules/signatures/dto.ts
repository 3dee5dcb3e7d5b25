import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { CheckView, ReportView, SignerView } from './verification/report-view.js';

const INDICATIONS = ['TOTAL-PASSED', 'TOTAL-FAILED', 'INDETERMINATE'] as const;

export class BundleQueryDto {
  @ApiProperty({ required: false, description: 'Редакция; без него текущая' })
  @IsOptional()
  @IsUUID()
  revisionId?: string;
}

export class SignatureCheckDto implements CheckView {
  @ApiProperty({ example: 'DOCUMENT' })
  id: string;
  @ApiProperty({ description: 'Код строки, а при отказе — код причины', example: 'DIGEST_MISMATCH' })
  code: string;
  @ApiProperty({ enum: ['PASSED', 'FAILED', 'UNKNOWN'] })
  status: CheckView['status'];
  @ApiProperty({ example: 'Документ не изменён после подписания' })
  title: string;
  @ApiProperty({ required: false })
  detail?: string;
}

export class SignatureSignerDto implements SignerView {
  @ApiProperty()
  owner: string;
  @ApiProperty({ required: false })
  organization?: string;
  @ApiProperty({ required: false })
  position?: string;
  @ApiProperty({ required: false, description: 'ИНН юридического лица' })
  inn?: string;
  @ApiProperty({ required: false, description: 'ОГРН или ОГРНИП' })
  ogrn?: string;
  @ApiProperty()
  issuer: string;
  @ApiProperty()
  serialNumber: string;
  @ApiProperty({ format: 'date-time' })
  notBefore: string;
  @ApiProperty({ format: 'date-time' })
  notAfter: string;
  @ApiProperty({ example: 'RSA-2048' })
  keyAlgorithm: string;
}

/** The verifier's report, line by line. */
export class SignatureReportDto implements ReportView {
  @ApiProperty({ enum: INDICATIONS })
  indication: ReportView['indication'];
  @ApiProperty({ example: 'Подпись подтверждена' })
  indicationText: string;
  @ApiProperty({ nullable: true, type: String, example: 'HASH_FAILURE' })
  subIndication: string | null;
  @ApiProperty({ nullable: true, type: String, example: 'DIGEST_MISMATCH' })
  code: string | null;
  @ApiProperty({ type: [SignatureCheckDto] })
  checks: readonly SignatureCheckDto[];
  @ApiProperty({ type: SignatureSignerDto, required: false })
  signer?: SignatureSignerDto;
  @ApiProperty({ required: false, format: 'date-time', description: 'Время, названное подписавшим' })
  claimedSigningTime?: string;
  @ApiProperty({ required: false, example: 'SHA-256' })
  digestAlgorithm?: string;
  @ApiProperty({ format: 'date-time', description: 'На какой момент проверено' })
  verifiedAt: string;
  @ApiProperty()
  policyVersion: string;
  @ApiProperty({ description: 'Доверие тестовому УЦ: юридической силы нет' })
  test: boolean;
  @ApiProperty({ required: false, example: 'ТЕСТОВЫЙ УЦ — юридической силы не имеет' })
  testMark?: string;
}

export class SignatureCertificateDto {
  @ApiProperty()
  owner: string;
  @ApiProperty()
  serialNumber: string;
  @ApiProperty()
  issuer: string;
  @ApiProperty({ format: 'date-time' })
  notBefore: string;
  @ApiProperty({ format: 'date-time' })
  notAfter: string;
}

export class DocumentSignatureDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'uuid' })
  revisionId: string;
  @ApiProperty({ enum: ['recipient', 'author'] })
  role: 'recipient' | 'author';
  @ApiProperty({ format: 'uuid' })
  organizationId: string;
  @ApiProperty()
  organizationName: string;
  @ApiProperty()
  personName: string;
  @ApiProperty({ nullable: true, type: String })
  position: string | null;
  @ApiProperty({ type: SignatureCertificateDto })
  certificate: SignatureCertificateDto;
  @ApiProperty({ example: 'CAdES-BES' })
  level: string;
  @ApiProperty({ description: 'Тестовый УЦ: юридической силы не имеет' })
  test: boolean;
  @ApiProperty({
    nullable: true,
    type: String,
    format: 'date-time',
    description: 'Время, названное подписавшим',
  })
  claimedAt: string | null;
  @ApiProperty({ format: 'date-time', description: 'Время получения сервером' })
  receivedAt: string;
  @ApiProperty({ enum: INDICATIONS, description: 'Последний результат проверки' })
  indication: string;
}

export class DocumentSignaturesDto {
  @ApiProperty({ type: [DocumentSignatureDto] })
  items: DocumentSignatureDto[];
}

/** One run of the verifier. */
export class ValidationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'date-time', description: 'Когда проверяли' })
  at: string;
  @ApiProperty({ type: SignatureReportDto })
  report: SignatureReportDto;
}

export class SignatureReportsDto {
  @ApiProperty({ format: 'uuid' })
  signatureId: string;
  @ApiProperty({ format: 'uuid' })
  documentId: string;
  @ApiProperty({ description: 'SHA-256 подписанного файла' })
  fileSha256: string;
  @ApiProperty({ type: ValidationDto, description: 'Проверка при получении' })
  atReceipt: ValidationDto;
  @ApiProperty({ type: ValidationDto, description: 'Последняя проверка' })
  latest: ValidationDto;
  @ApiProperty({ description: 'Сколько раз проверяли', example: 1 })
  runs: number;
}

/** The public check's form. */
export class VerifyFormDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'Подписанный файл, до 70 МБ' })
  content: string;
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'Файл подписи .sig, до 1 МБ: DER, PEM или base64',
  })
  signature: string;
  @ApiProperty({ required: false, description: 'Ожидаемый ИНН юридического лица' })
  innLegalEntity?: string;
  @ApiProperty({ required: false, description: 'Ожидаемый ОГРН' })
  ogrn?: string;
  @ApiProperty({ required: false, description: 'Ожидаемый ОГРНИП' })
  ogrnip?: string;
  @ApiProperty({ required: false, description: 'Ожидаемый ИНН предпринимателя' })
  inn?: string;
  @ApiProperty({ required: false, description: 'Ожидаемый СНИЛС' })
  snils?: string;
  @ApiProperty({ required: false, description: 'Ожидаемая фамилия' })
  surname?: string;
  @ApiProperty({ required: false, description: 'Ожидаемые имя и отчество' })
  givenName?: string;
}
