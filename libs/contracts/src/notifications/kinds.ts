/** What a notification can tell (domain.md §4.11). Its text is made from the kind and the entity it links to. */
export const NOTIFICATION_KINDS = [
  'APPROVAL_REQUESTED',
  'DRAFT_APPROVED',
  'REVISION_REQUESTED',
  'DRAFT_REJECTED',
  'RETURNED_TO_DRAFT',
  'SIGNING_REQUESTED',
  'SIGNED_BY_RECIPIENT',
  'SIGNING_DECLINED',
  'SIGNATURE_REMINDER',
  'PARTNER_REMINDS',
  'COMMENTED',
  'MENTIONED',
  'CONFIRMATION_REQUESTED',
  'CONFIRMATION_RETURNED',
  'WITHDRAWN',
  'CONCLUDED',
  'CLOSED',
  'APPLICATION_RECEIVED',
  'APPLICATION_ACCEPTED',
  'APPLICATION_REJECTED',
  'APPLICATION_WITHDRAWN',
  'PARTNERSHIP_ENDED',
  'PROPOSAL_RECEIVED',
  'PROPOSAL_APPROVED',
  'PROPOSAL_REJECTED',
  'MAIL_FAILED',
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Title shown in the bell. The document's title and the reason stand below it. */
export const NOTIFICATION_TITLES: Readonly<Record<NotificationKind, string>> = {
  APPROVAL_REQUESTED: 'Проект направлен на согласование',
  DRAFT_APPROVED: 'Проект согласован',
  REVISION_REQUESTED: 'Проект отправлен на доработку',
  DRAFT_REJECTED: 'Проект отклонен',
  RETURNED_TO_DRAFT: 'Согласованный проект возвращён в работу',
  SIGNING_REQUESTED: 'Необходимо подписать документ',
  SIGNED_BY_RECIPIENT: 'Документ подписан получателем, нужна ваша подпись',
  SIGNING_DECLINED: 'В подписании отказано',
  SIGNATURE_REMINDER: 'Напоминание: документ ждёт подписи',
  PARTNER_REMINDS: 'Партнёр напоминает: документ ждёт вас',
  COMMENTED: 'Новый комментарий к документу',
  MENTIONED: 'Вас упомянули в комментарии',
  CONFIRMATION_REQUESTED: 'Необходимо подтвердить документ, подписанный на бумаге',
  CONFIRMATION_RETURNED: 'Документ возвращён с подтверждения',
  WITHDRAWN: 'Документ отозван',
  CONCLUDED: 'Документ заключен',
  CLOSED: 'Договор исполнен',
  APPLICATION_RECEIVED: 'Новая заявка',
  APPLICATION_ACCEPTED: 'Заявка принята',
  APPLICATION_REJECTED: 'Заявка отклонена',
  APPLICATION_WITHDRAWN: 'Заявка отозвана',
  PARTNERSHIP_ENDED: 'Партнёрство прекращено',
  PROPOSAL_RECEIVED: 'Предложена новая профессия',
  PROPOSAL_APPROVED: 'Предложенная профессия одобрена',
  PROPOSAL_REJECTED: 'Предложенная профессия отклонена',
  MAIL_FAILED: 'Письмо не доставлено: проверьте адрес в профиле организации',
};

/** Counts of unread notifications above this are told as «100+» (performance.md §4). */
export const UNREAD_LIMIT = 100;
