import {
  FORM_OF_STUDY_LABELS,
  GRADE_SCALE_LABELS,
  PRACTICE_KIND_LABELS,
  REPORT_MODE_LABELS,
  type DocumentKind,
} from '@praktika/contracts';
import type { DemoOrganization } from '../../modules/organizations/seed/index.js';
import type { DemoTerms } from '../demo-terms.js';
import { AGREEMENT_CLAUSES, CLAUSES } from './clauses.js';
import { PageFlow } from './page-flow.js';

/** A party with the person who signs for it. */
export interface ContractParty {
  readonly organization: DemoOrganization;
  readonly head: string;
  readonly position: string;
}

/** What a document's text is made from. */
export interface DocumentText {
  readonly kind: DocumentKind;
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly education: ContractParty;
  readonly employer: ContractParty;
  readonly terms: DemoTerms;
  /** Counts from 1; a later one says so under the title. */
  readonly revision: number;
  readonly madeAt: Date;
}

/** How each kind is headed, and what its parties conclude. */
const HEADINGS: Readonly<Record<DocumentKind, readonly [name: string, about: string, concluded: string]>> = {
  PERIOD_CONTRACT: [
    'ДОГОВОР',
    'о практической подготовке обучающихся на период практики',
    'настоящий договор',
  ],
  FRAMEWORK_CONTRACT: ['РАМОЧНЫЙ ДОГОВОР', 'о практической подготовке обучающихся', 'настоящий договор'],
  FRAMEWORK_ANNEX: [
    'ПРИЛОЖЕНИЕ',
    'к рамочному договору о практической подготовке обучающихся',
    'настоящее приложение',
  ],
  SUPPLEMENTARY_TERMINATION: [
    'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ',
    'о прекращении действия договора о практической подготовке',
    'настоящее соглашение',
  ],
  SUPPLEMENTARY_AMENDMENT: [
    'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ',
    'об изменении условий договора о практической подготовке',
    'настоящее соглашение',
  ],
};

/**
 * The text of a demo document as PDF: a contract on practical training in the form of the joint order № 885/390
 * (domain.md §2), an annex to it, or an agreement that ends or changes it.
 */
export async function documentPdf(text: DocumentText): Promise<Uint8Array> {
  const flow = await PageFlow.begin(`${HEADINGS[text.kind][0]} № ${text.number}`, text.madeAt);
  heading(flow, text);
  if (isAgreement(text.kind)) agreement(flow, text);
  else contract(flow, text);
  return flow.finish();
}

const isAgreement = (kind: DocumentKind) =>
  kind === 'SUPPLEMENTARY_TERMINATION' || kind === 'SUPPLEMENTARY_AMENDMENT';

function agreement(flow: PageFlow, text: DocumentText): void {
  const { changes = [], effectiveDate, reason } = text.terms;
  if (effectiveDate)
    flow.paragraph(`1. Действие договора прекращается с ${day(effectiveDate)}.`, { above: 12 });
  if (reason) flow.paragraph(`2. Причина: ${reason}`);
  changes.forEach(({ effectiveFrom, seats, premises: places }, index) => {
    const value =
      seats === undefined
        ? `местом проведения практики является: ${places?.map(({ name, address }) => [name, address].filter(Boolean).join(', ')).join('; ')}`
        : `количество вакантных мест составляет ${seats}`;
    flow.paragraph(`${index + 1}. С ${day(effectiveFrom)} ${value}.`, { above: index === 0 ? 12 : 3 });
  });
  for (const clause of AGREEMENT_CLAUSES) flow.paragraph(clause);
  requisites(flow, text);
}

function contract(flow: PageFlow, text: DocumentText): void {
  for (const { title, clauses } of CLAUSES) {
    flow.paragraph(title, { bold: true, centred: true, above: 12 });
    for (const clause of clauses) flow.paragraph(clause);
  }
  flow.paragraph(`Договор действует с ${day(text.terms.validFrom)} по ${day(text.terms.validTo)}.`);
  requisites(flow, text);
  programmes(flow, text);
  premises(flow, text);
}

function heading(flow: PageFlow, { kind, number, date, education, employer, revision }: DocumentText): void {
  const [name, about, concluded] = HEADINGS[kind];
  flow.paragraph(`${name} № ${number}`, { bold: true, centred: true, size: 14 });
  flow.paragraph(about, { centred: true, bold: true });
  if (revision > 1) flow.paragraph(`редакция ${revision}`, { centred: true, size: 9 });
  flow.paragraph(`г. ${education.organization.city}, ${day(date)}`, { above: 10 });
  flow.paragraph(
    `${education.organization.fullName}, далее — «Организация», в лице: ` +
      `${education.position} ${education.head}, действующего на основании Устава, с одной стороны, и ` +
      `${employer.organization.fullName}, далее — «Профильная организация», в лице: ` +
      `${employer.position} ${employer.head}, с другой стороны, заключили ${concluded} о нижеследующем.`,
    { above: 10 },
  );
}

function requisites(flow: PageFlow, { education, employer }: DocumentText): void {
  flow.paragraph('Адреса, реквизиты и подписи сторон', { bold: true, centred: true, above: 12 });
  for (const [title, { organization, head, position }] of [
    ['Организация', education],
    ['Профильная организация', employer],
  ] as const) {
    flow.paragraph(`${title}: ${organization.fullName}`, { bold: true, above: 8 });
    flow.paragraph(organization.legalAddress);
    flow.paragraph(
      [`ИНН ${organization.inn}`, `ОГРН ${organization.ogrn}`, kpp(organization)].filter(Boolean).join(', '),
    );
    flow.paragraph(`Телефон ${organization.phone}, e-mail ${organization.profileEmail}`);
    flow.paragraph(`${position}: ${head}`);
  }
}

const kpp = (organization: DemoOrganization) => (organization.kpp ? `КПП ${organization.kpp}` : '');

function programmes(flow: PageFlow, { terms }: DocumentText): void {
  if (!terms.programmes?.length) return;
  flow.breakPage();
  flow.paragraph('Приложение 1. Образовательные программы и сроки', { bold: true, centred: true, size: 12 });
  terms.programmes?.forEach((line, index) => {
    flow.paragraph(`${index + 1}. ${line.specialtyCode} ${line.specialtyName}`, { bold: true, above: 10 });
    const facts = [
      line.profile && `профиль: ${line.profile}`,
      line.practiceKind && `вид практики: ${PRACTICE_KIND_LABELS[line.practiceKind].toLowerCase()}`,
      line.practiceType && `тип практики: ${line.practiceType}`,
      line.formOfStudy && `форма обучения: ${FORM_OF_STUDY_LABELS[line.formOfStudy].toLowerCase()}`,
      line.course && `курс: ${line.course}`,
      line.group && `группа: ${line.group}`,
      `обучающихся: ${line.seats ?? 0}`,
      `срок: с ${day(line.from)} по ${day(line.to)}`,
    ];
    for (const fact of facts.filter(Boolean)) flow.paragraph(String(fact), { indent: 18, above: 1 });
  });
}

function premises(flow: PageFlow, { terms }: DocumentText): void {
  flow.paragraph('Приложение 2. Помещения', { bold: true, centred: true, size: 12, above: 24 });
  for (const { name, address } of terms.premises ?? []) {
    flow.paragraph([name, address].filter(Boolean).join(': '), { indent: 18 });
  }
  flow.paragraph('Приложение 3. Руководители и порядок оценки', {
    bold: true,
    centred: true,
    size: 12,
    above: 24,
  });
  for (const supervisor of [terms.educationSupervisor, terms.employerSupervisor]) {
    if (supervisor)
      flow.paragraph([supervisor.fullName, supervisor.position].filter(Boolean).join(', '), { indent: 18 });
  }
  const { assessment } = terms;
  if (!assessment) return;
  flow.paragraph(`Оценка: ${GRADE_SCALE_LABELS[assessment.gradeScale].toLowerCase()}.`, { indent: 18 });
  flow.paragraph(`Отчёт: ${REPORT_MODE_LABELS[assessment.reportMode].toLowerCase()}.`, { indent: 18 });
}

const day = (date: string | undefined) => (date ?? '').split('-').reverse().join('.');
