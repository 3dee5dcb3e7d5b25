import { APPLICATION_TYPE_LABELS, PRACTICE_KIND_LABELS } from '../terms/blocks.js';
import { PLACE_CONDITION_LABELS, PLACES_LIMITS } from '../terms/places.js';
import { EDUCATION_LEVEL_LABELS } from '../validation/specialty-code.js';
import type { ImportColumn } from './column.js';

const anyOf = (labels: Readonly<Record<string, string>>) => Object.values(labels).join(', ');

/** Columns of «Импорт мест», in the order of the template (manual §14, domain.md §5). */
export const PLACE_COLUMNS = [
  {
    code: 'applicationType',
    heading: 'Тип заявки',
    required: true,
    hint: anyOf(APPLICATION_TYPE_LABELS),
    example: APPLICATION_TYPE_LABELS.PRACTICE,
  },
  {
    code: 'areaCode',
    heading: 'Область',
    aliases: ['Область профессиональной деятельности', 'Код области'],
    required: true,
    hint: 'Название или код области профессиональной деятельности',
    example: '06',
  },
  {
    code: 'profession',
    heading: 'Профессия',
    required: true,
    hint: `До ${PLACES_LIMITS.name} знаков`,
    example: 'Программист',
  },
  {
    code: 'regionCode',
    heading: 'Регион',
    aliases: ['Код региона', 'Субъект РФ'],
    required: true,
    hint: 'Название или код региона',
    example: 'Москва',
  },
  {
    code: 'seats',
    heading: 'Мест',
    aliases: ['Количество мест', 'Число мест'],
    required: true,
    hint: `Целое число от 1 до ${PLACES_LIMITS.seats}`,
    example: '5',
  },
  {
    code: 'from',
    heading: 'Начало',
    aliases: ['Дата начала', 'Начало практики'],
    required: true,
    hint: 'Дата ДД.ММ.ГГГГ',
    example: '01.09.2027',
  },
  {
    code: 'to',
    heading: 'Окончание',
    aliases: ['Дата окончания', 'Окончание практики'],
    required: true,
    hint: 'Дата ДД.ММ.ГГГГ',
    example: '30.11.2027',
  },
  {
    code: 'level',
    heading: 'Уровень образования',
    aliases: ['Уровень'],
    required: false,
    hint: anyOf(EDUCATION_LEVEL_LABELS),
    example: EDUCATION_LEVEL_LABELS.BACHELOR,
  },
  {
    code: 'specialtyCode',
    heading: 'Код специальности',
    aliases: ['Код ФГОС', 'ФГОС'],
    required: false,
    hint: 'Код вида 09.03.04',
    example: '09.03.04',
  },
  {
    code: 'specialtyName',
    heading: 'Специальность',
    aliases: ['Название специальности'],
    required: false,
    hint: `До ${PLACES_LIMITS.name} знаков`,
    example: 'Программная инженерия',
  },
  {
    code: 'practiceKind',
    heading: 'Вид практики',
    required: false,
    hint: anyOf(PRACTICE_KIND_LABELS),
    example: PRACTICE_KIND_LABELS.INDUSTRIAL,
  },
  {
    code: 'practiceType',
    heading: 'Тип практики',
    required: false,
    hint: `До ${PLACES_LIMITS.name} знаков`,
    example: 'Технологическая',
  },
  {
    code: 'city',
    heading: 'Город',
    required: false,
    hint: `До ${PLACES_LIMITS.name} знаков`,
    example: 'Москва',
  },
  {
    code: 'address',
    heading: 'Адрес',
    required: false,
    hint: `До ${PLACES_LIMITS.address} знаков`,
    example: 'ул. Сосновая, д. 1',
  },
  {
    code: 'conditions',
    heading: 'Условия',
    required: false,
    hint: `Через запятую: ${anyOf(PLACE_CONDITION_LABELS)}`,
    example: `${PLACE_CONDITION_LABELS.PAID}, ${PLACE_CONDITION_LABELS.HOUSING}`,
  },
  {
    code: 'requirements',
    heading: 'Требования',
    required: false,
    hint: `До ${PLACES_LIMITS.text} знаков`,
    example: 'Знание основ программирования',
  },
  {
    code: 'description',
    heading: 'Описание',
    required: false,
    hint: `До ${PLACES_LIMITS.text} знаков`,
    example: 'Разработка внутренних сервисов под руководством наставника',
  },
  {
    code: 'contactPerson',
    heading: 'Контактное лицо',
    required: false,
    hint: 'Фамилия, имя, отчество',
    example: 'Иванова Анна Сергеевна',
  },
  {
    code: 'contactPhone',
    heading: 'Телефон',
    required: false,
    hint: 'До 50 знаков',
    example: '+7 495 000-00-00',
  },
  {
    code: 'contactEmail',
    heading: 'Электронная почта',
    aliases: ['E-mail', 'Почта'],
    required: false,
    hint: 'Адрес вида name@example.ru',
    example: 'hr@example.ru',
  },
] as const satisfies readonly ImportColumn[];

export type PlaceColumn = (typeof PLACE_COLUMNS)[number]['code'];
