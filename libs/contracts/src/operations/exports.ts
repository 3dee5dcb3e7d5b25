/** Files the registry can be exported to. */
export const EXPORT_FORMATS = ['XLSX', 'CSV'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Columns of an export in the order they stand in; left out ones are left out of the file. */
export const EXPORT_COLUMNS = [
  'kind',
  'number',
  'date',
  'title',
  'status',
  'direction',
  'partnerName',
  'partnerInn',
  'practiceFrom',
  'practiceTo',
  'waitingSince',
  'updatedAt',
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

export const EXPORT_COLUMN_LABELS: Readonly<Record<ExportColumn, string>> = {
  kind: 'Тип документа',
  number: 'Номер',
  date: 'Дата',
  title: 'Название',
  status: 'Статус',
  direction: 'Направление',
  partnerName: 'Партнёр',
  partnerInn: 'ИНН партнёра',
  practiceFrom: 'Период практики с',
  practiceTo: 'Период практики по',
  waitingSince: 'Ждёт нашего действия с',
  updatedAt: 'Изменён',
};

/** Rows of documents one sheet of XLSX takes, beside its header. */
export const XLSX_ROW_LIMIT = 1_048_575;
