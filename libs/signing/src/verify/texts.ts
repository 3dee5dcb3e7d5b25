import type { DigestName, SignatureAlgorithm } from '../crypto/algorithms.js';
import type { CheckId, FailureCode, Indication } from './codes.js';

/** Every Russian word of a verification report. */

export const INDICATION_TEXTS: Readonly<Record<Indication, string>> = {
  'TOTAL-PASSED': 'Подпись подтверждена',
  'TOTAL-FAILED': 'Подпись не подтверждена',
  INDETERMINATE: 'Подпись не может быть подтверждена',
};

export const CHECK_TITLES: Readonly<Record<CheckId, string>> = {
  FORMAT: 'Файл подписи прочитан',
  DETACHED: 'Подпись отделена от документа',
  ONE_SIGNER: 'В файле ровно одна подпись',
  SIGNED_ATTRIBUTES: 'Состав подписи соответствует CAdES-BES',
  ALGORITHMS: 'Алгоритмы подписи приняты',
  SIGNING_CERTIFICATE: 'Подпись указывает на сертификат подписавшего',
  DOCUMENT: 'Документ не изменён после подписания',
  SIGNATURE: 'Подпись сделана ключом этого сертификата',
  SIGNING_TIME: 'Заявленное время подписания не в будущем',
  CHAIN: 'Сертификат выдан доверенным удостоверяющим центром',
  CHAIN_CONSTRAINTS: 'Удостоверяющие центры цепочки имели право выпускать сертификаты',
  KEY_USAGE: 'Сертификат предназначен для подписи документов',
  VALIDITY: 'Сертификаты действовали на момент проверки',
  REVOCATION: 'Сертификат подписавшего не отозван',
  CA_REVOCATION: 'Сертификаты удостоверяющих центров не отозваны',
  ORGANIZATION_INN: 'ИНН в сертификате принадлежит организации',
  ORGANIZATION_OGRN: 'ОГРН в сертификате принадлежит организации',
  ORGANIZATION_OGRNIP: 'ОГРНИП в сертификате принадлежит предпринимателю',
  PERSON_SNILS: 'СНИЛС в сертификате принадлежит подписавшему',
  PERSON_NAME: 'Фамилия, имя и отчество в сертификате принадлежат подписавшему',
};

/** The text of a line that did not pass; the argument is the fact the check met. */
export const FAILURE_TEXTS: Readonly<Record<FailureCode, (fact: string) => string>> = {
  NOT_CMS: () => 'Файл не является электронной подписью в формате CMS (DER, PEM или base64)',
  TOO_LARGE: () => 'Файл подписи слишком велик или слишком сложно устроен',
  TRAILING_DATA: () => 'После подписи в файле есть посторонние данные',
  NOT_DETACHED: () => 'Документ вложен в файл подписи; нужна отделённая подпись',
  SIGNER_COUNT: (count) => `Подписей в файле: ${count}; нужна ровно одна`,
  NO_SIGNED_ATTRIBUTES: () => 'В подписи нет обязательных подписанных атрибутов',
  ATTRIBUTES_NOT_DER: () => 'Подписанные атрибуты закодированы с нарушением DER',
  DUPLICATE_ATTR: () => 'Подписанный атрибут повторяется',
  CONTENT_TYPE: () => 'Тип содержимого в подписанных атрибутах не совпадает с типом подписанных данных',
  NOT_CADES_BES: () => 'Нет атрибута signing-certificate-v2: это не подпись CAdES-BES',
  DIGEST_ALG: (algorithm) => `Алгоритм хеширования ${algorithm} ненадёжен и не принимается`,
  KEY_SIZE: (key) => `Ключ ${key} не принимается: длина ключа RSA должна быть от 2048 до 8192 бит`,
  ALG_UNSUPPORTED: (algorithm) => `Алгоритм ${algorithm} не поддерживается этой установкой`,
  ALG_MISMATCH: () => 'Алгоритмы, названные в подписи, противоречат друг другу',
  SIGNER_CERT_MISSING: () => 'Сертификата подписавшего нет в файле подписи',
  ESS_MISMATCH: () => 'Атрибут signing-certificate-v2 указывает на другой сертификат',
  DIGEST_MISMATCH: () => 'Подписан другой документ, или документ изменён после подписания',
  DOCUMENT_MISSING: () => 'Документ для проверки не передан',
  SIGNATURE_INVALID: () =>
    'Значение подписи не соответствует ключу сертификата: подпись повреждена или подделана',
  SIGNING_TIME_FUTURE: (time) => `Заявленное время подписания ${time} ещё не наступило`,
  CHAIN_NOT_FOUND: (issuer) =>
    `Не найдена цепочка до доверенного удостоверяющего центра; издатель: ${issuer}`,
  NOT_A_CA: (name) => `Сертификат «${name}» не является сертификатом удостоверяющего центра`,
  PATHLEN: (name) => `Превышена длина цепочки, разрешённая центру «${name}»`,
  CA_KEY_USAGE: (name) => `Ключ центра «${name}» не предназначен для выпуска сертификатов`,
  CRITICAL_EXTENSION: (oid) => `Неизвестное критическое расширение сертификата ${oid}`,
  KEY_USAGE: (reason) => reason,
  CERT_EXPIRED: (name) => `Срок действия сертификата истёк: ${name}`,
  CERT_NOT_YET_VALID: (name) => `Срок действия сертификата ещё не начался: ${name}`,
  REVOKED: (date) => `Сертификат отозван ${date}`,
  CA_REVOKED: (date) => `Сертификат удостоверяющего центра отозван ${date}`,
  CRL_MISSING: (issuer) => `Нет списка отзыва издателя «${issuer}»; повторите проверку позже`,
  CRL_STALE: (issuer) =>
    `Нет списка отзыва издателя «${issuer}», действующего на момент проверки; повторите позже`,
  CRL_FORGED: (issuer) =>
    `Список отзыва издателя «${issuer}» подписан не его ключом; повторите проверку позже`,
  CRL_UNSUPPORTED: (issuer) =>
    `Список отзыва издателя «${issuer}» неполный; повторите проверку с полным списком`,
  ORG_INN: () => 'ИНН в сертификате отсутствует или не совпадает с ИНН организации',
  ORG_OGRN: () => 'ОГРН в сертификате отсутствует или не совпадает с ОГРН организации',
  ORG_OGRNIP: () => 'ОГРНИП в сертификате отсутствует или не совпадает с ОГРНИП предпринимателя',
  PERSON_SNILS: () => 'СНИЛС в сертификате отсутствует или не совпадает со СНИЛС подписавшего',
  PERSON_NAME: () => 'Имя в сертификате отсутствует или не совпадает с именем подписавшего',
};

export const KEY_USAGE_TEXTS = {
  absent: 'В сертификате не указано назначение ключа',
  notSigning: 'Назначение ключа не включает электронную подпись',
  authority: 'Это сертификат удостоверяющего центра, а не подписавшего лица',
} as const;

export const NOTES = {
  notRun: 'Не проверялось: не пройдена предыдущая проверка',
  revocationNotRequired: 'Не проверялось: список отзыва не передан, а проверка отзыва не требуется',
  noSigningTime: 'Время подписания не указано',
  algorithms: (digest: string, key: string) => `${digest}, ключ ${key}`,
  digest: (digest: string) => `Хеш ${digest} совпал`,
  anchor: (name: string) => `Доверенный центр: ${name}`,
  validity: (from: string, to: string) => `Сертификат подписавшего действует с ${from} по ${to}`,
  crl: (issued: string) => `По списку отзыва от ${issued}`,
} as const;

/** An instant as people read it: Moscow time, so that a report does not depend on the machine that made it. */
export function formatInstant(instant: Date): string {
  return `${INSTANT.format(instant)} (МСК)`;
}

const INSTANT = new Intl.DateTimeFormat('ru-RU', {
  timeZone: 'Europe/Moscow',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Name of a digest as its standard writes it. */
export function digestLabel(digest: DigestName): string {
  if (digest === 'STREEBOG-256') return 'ГОСТ Р 34.11-2012 (256)';
  return digest === 'STREEBOG-512' ? 'ГОСТ Р 34.11-2012 (512)' : digest;
}

/** «RSA-PSS, SHA-256», «ГОСТ Р 34.10-2012, ГОСТ Р 34.11-2012 (256)». */
export function signatureLabel({ kind, digest }: SignatureAlgorithm): string {
  const key = kind === 'GOST-R-34.10-2012' ? 'ГОСТ Р 34.10-2012' : kind;
  return `${key}, ${digestLabel(digest)}`;
}
