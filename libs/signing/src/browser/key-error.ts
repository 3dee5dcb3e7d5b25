/** Why a key container was not opened or a signature was not made. */
export type KeyErrorCode =
  | 'WRONG_PASSWORD'
  | 'NOT_PKCS12'
  | 'CRYPTOPRO_CONTAINER'
  | 'NO_KEY'
  | 'UNSUPPORTED_KEY'
  | 'KEY_FORGOTTEN'
  | 'CERTIFICATE_NOT_FOUND';

/** What the person reads. */
export const KEY_ERROR_TEXTS: Readonly<Record<KeyErrorCode, string>> = {
  WRONG_PASSWORD: 'Неверный пароль',
  NOT_PKCS12: 'Файл не является контейнером ключа PKCS #12 (.p12, .pfx)',
  CRYPTOPRO_CONTAINER: 'Это контейнер с ключом ГОСТ: подпишите документ через КриптоПро ЭЦП Browser plug-in',
  NO_KEY: 'В файле нет закрытого ключа с его сертификатом',
  UNSUPPORTED_KEY:
    'Ключ или шифр этого контейнера не поддерживается браузером: нужен ключ RSA или P-256, P-384',
  KEY_FORGOTTEN: 'Ключ уже выгружен из памяти: откройте файл ещё раз',
  CERTIFICATE_NOT_FOUND: 'Сертификат не найден: откройте файл ключа ещё раз',
};

/** A key could not be used; `message` is Russian and fit for the screen. */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  constructor(
    readonly code: KeyErrorCode,
    options?: ErrorOptions,
  ) {
    super(KEY_ERROR_TEXTS[code], options);
  }
}
