import { parseArgs } from 'node:util';

export const USAGE = `Проверка отделённой электронной подписи без сети.

  npm run -s verify -- --content ФАЙЛ --signature ФАЙЛ --anchors ПАПКА [параметры]

  --content ФАЙЛ      подписанный документ
  --signature ФАЙЛ    подпись: DER, PEM или base64
  --anchors ПАПКА     сертификаты и списки отзыва, PEM или DER; самоподписанный сертификат становится доверенным
  --crls ПАПКА        ещё списки отзыва и промежуточные сертификаты
  --at МОМЕНТ         момент проверки, ISO 8601 с часовым поясом (2026-12-04T09:00:00Z); по умолчанию сейчас
  --inn-le ИНН        ожидаемый ИНН юридического лица
  --ogrn ОГРН         ожидаемый ОГРН
  --ogrnip ОГРНИП     ожидаемый ОГРНИП
  --inn ИНН           ожидаемый ИНН предпринимателя
  --snils СНИЛС       ожидаемый СНИЛС подписавшего
  --surname ФАМИЛИЯ   ожидаемая фамилия
  --given-name ИМЯ    ожидаемые имя и отчество, как в сертификате
  --json              отчёт в JSON

Код возврата: 0 — подпись подтверждена, 1 — любой другой вывод, 2 — ошибка в параметрах.
`;

/** The command was called wrongly; the message names the argument. */
export class UsageError extends Error {}

const text = { type: 'string' };
const OPTIONS = {
  content: text,
  signature: text,
  anchors: text,
  crls: text,
  at: text,
  'inn-le': text,
  ogrn: text,
  ogrnip: text,
  inn: text,
  snils: text,
  surname: text,
  'given-name': text,
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** Numbers with the count of digits each must have. */
const DIGITS = { 'inn-le': 10, ogrn: 13, ogrnip: 15, inn: 12, snils: 11 };

/**
 * Arguments of the command.
 *
 * @throws UsageError naming the first wrong argument
 */
export function readArguments(argv) {
  const values = parse(argv);
  if (values.help) return { help: true };
  for (const name of ['content', 'signature', 'anchors']) {
    if (!values[name]) throw new UsageError(`--${name}: обязательный параметр`);
  }
  for (const [name, count] of Object.entries(DIGITS)) {
    if (
      values[name] !== undefined &&
      values[name].replace(/[\s-]/g, '').match(/^\d+$/)?.[0].length !== count
    ) {
      throw new UsageError(`--${name}: ожидается ${count} цифр`);
    }
  }
  for (const name of ['surname', 'given-name']) {
    if (values[name]?.trim() === '') throw new UsageError(`--${name}: пустое значение`);
  }
  return { ...values, at: instant(values.at), expected: expectedOf(values) };
}

function parse(argv) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function instant(value) {
  if (value === undefined) return new Date();
  const at = new Date(value);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) ||
    Number.isNaN(at.getTime())
  ) {
    throw new UsageError('--at: ожидается момент ISO 8601 с часовым поясом, например 2026-12-04T09:00:00Z');
  }
  return at;
}

function expectedOf(values) {
  return {
    organization: {
      innLegalEntity: values['inn-le'],
      ogrn: values.ogrn,
      ogrnip: values.ogrnip,
      inn: values.inn,
    },
    person: { snils: values.snils, surname: values.surname, givenName: values['given-name'] },
  };
}
