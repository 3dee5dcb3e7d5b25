/** Numbers named in class-validator's own English message, such as the limit of a length. */
const firstNumber = (message: string) => /(-?\d+)/.exec(message)?.[1] ?? '';

/** Russian text of each constraint; `message` is class-validator's, from which a limit is taken. */
const TEXTS: Readonly<Record<string, (message: string) => string>> = {
  whitelistValidation: () => 'Такого поля нет.',
  isNotEmpty: () => 'Заполните поле.',
  isDefined: () => 'Заполните поле.',
  isString: () => 'Ожидается текст.',
  isInt: () => 'Ожидается целое число.',
  isNumber: () => 'Ожидается число.',
  isBoolean: () => 'Ожидается true или false.',
  isArray: () => 'Ожидается список.',
  isObject: () => 'Ожидается объект.',
  isUuid: () => 'Ожидается идентификатор UUID.',
  isEmail: () => 'Укажите адрес электронной почты, например hr@company.ru.',
  isIn: () => 'Недопустимое значение.',
  isEnum: () => 'Недопустимое значение.',
  isCalendarDate: () => 'Ожидается дата ГГГГ-ММ-ДД.',
  isBase64: () => 'Ожидается текст в кодировке base64.',
  isUrl: () => 'Укажите адрес сайта.',
  min: (message) => `Не меньше ${firstNumber(message)}.`,
  max: (message) => `Не больше ${firstNumber(message)}.`,
  minLength: (message) => `Не короче ${firstNumber(message)} знаков.`,
  maxLength: (message) => `Не длиннее ${firstNumber(message)} знаков.`,
  arrayMaxSize: (message) => `Не больше ${firstNumber(message)} записей.`,
  arrayMinSize: (message) => `Не меньше ${firstNumber(message)} записей.`,
  arrayUnique: () => 'Значения не должны повторяться.',
};

/** What a person reads when a constraint fails. A message already in Russian is kept. */
export function constraintText(name: string, message: string): string {
  if (/[а-яё]/i.test(message)) return message;
  return TEXTS[name]?.(message) ?? 'Недопустимое значение.';
}
