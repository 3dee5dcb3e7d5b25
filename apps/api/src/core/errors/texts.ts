import type { ErrorCode } from '@praktika/contracts';

type Text = readonly [ru: string, en: string];

/** Title of every code for people, Russian first (reliability.md §2.1). Details belong to the refusal itself. */
const TITLES: Readonly<Record<ErrorCode, Text>> = {
  malformed_json: ['Тело запроса не является правильным JSON', 'The body is not valid JSON'],
  invalid_parameter: ['Неверный параметр запроса', 'Invalid query parameter'],
  idempotency_key_required: ['Нужен заголовок Idempotency-Key', 'An Idempotency-Key header is required'],
  invalid_cursor: [
    'Ссылка на страницу списка не подходит к этому запросу',
    'The cursor does not fit this request',
  ],
  ambiguous_credentials: ['Передайте либо cookie, либо токен', 'Send either a cookie or a token'],
  unauthenticated: ['Войдите в систему', 'Sign in first'],
  invalid_token: ['Токен не действует', 'The token is not valid'],
  invalid_credentials: ['Неверный e-mail или пароль', 'Wrong e-mail or password'],
  mfa_required: ['Нужен второй фактор', 'A second factor is required'],
  forbidden: ['Недостаточно прав', 'Not allowed'],
  insufficient_scope: ['Токену не разрешено это действие', 'The token lacks the scope'],
  csrf_rejected: ['Запрос с чужого сайта отклонён', 'Cross-site request refused'],
  step_up_required: ['Подтвердите вход ещё раз', 'Sign in again to go on'],
  organization_required: ['Выберите организацию', 'Choose an organization first'],
  not_found: ['Не найдено', 'Not found'],
  method_not_allowed: ['Метод не поддерживается', 'Method not allowed'],
  invalid_state: ['Документ уже в другом статусе', 'The document has moved on'],
  already_signed: ['Документ уже подписан', 'Already signed'],
  document_withdrawn: ['Документ отозван', 'The document has been withdrawn'],
  document_changed: ['Документ изменился', 'The document has changed'],
  duplicate: ['Такая запись уже есть', 'Already exists'],
  idempotency_in_progress: ['Такой запрос уже выполняется', 'The same request is in progress'],
  precondition_failed: ['Данные изменил кто-то другой', 'Somebody has changed this meanwhile'],
  payload_too_large: ['Слишком большой размер', 'Too large'],
  uri_too_long: ['Слишком длинный адрес', 'URI too long'],
  unsupported_media_type: ['Такой тип содержимого не принимается', 'Unsupported media type'],
  range_not_satisfiable: ['Такого фрагмента в файле нет', 'Range not satisfiable'],
  validation_failed: ['Проверьте заполнение полей', 'Check the fields'],
  file_rejected: ['Файл не принят', 'File rejected'],
  idempotency_key_reused: [
    'Ключ идемпотентности уже использован с другим запросом',
    'The idempotency key was used with another request',
  ],
  signature_invalid: ['Подпись не прошла проверку', 'The signature is not valid'],
  precondition_required: ['Нужен заголовок If-Match', 'An If-Match header is required'],
  rate_limited: ['Слишком много запросов', 'Too many requests'],
  too_many_attempts: ['Слишком много попыток входа', 'Too many attempts'],
  headers_too_large: ['Слишком большие заголовки', 'Headers too large'],
  internal: ['Внутренняя ошибка', 'Internal error'],
  unavailable: ['Сервис временно недоступен', 'Temporarily unavailable'],
  overloaded: ['Сервис перегружен, повторите позже', 'Overloaded, try again later'],
  revocation_unavailable: [
    'Нет свежего списка отозванных сертификатов',
    'No fresh certificate revocation list is at hand',
  ],
  storage_full: ['Закончилось место для файлов', 'The storage is full'],
};

/** Title of a code in the language the client asked for; Russian unless English comes first. */
export function titleOf(code: ErrorCode, acceptLanguage: string | undefined): string {
  const [ru, en] = TITLES[code];
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? en : ru;
}
