import {
  FORM_OF_STUDY_LABELS,
  GRADE_SCALE_LABELS,
  PRACTICE_KIND_LABELS,
  REPORT_MODE_LABELS,
  type PeriodContractTerms,
} from '@praktika/contracts';
import type { DemoOrganization } from '../../modules/organizations/seed/index.js';
import { CLAUSES } from './clauses.js';
import { PageFlow } from './page-flow.js';

/** A party with the person who signs for it. */
export interface ContractParty {
  readonly organization: DemoOrganization;
  readonly head: string;
  readonly position: string;
}

/** What a contract's text is made from. */
export interface ContractText {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly education: ContractParty;
  readonly employer: ContractParty;
  readonly terms: PeriodContractTerms;
  /** Counts from 1; a later one says so under the title. */
  readonly revision: number;
  readonly madeAt: Date;
}

/** The text of a contract on practical training, in the form of the joint order № 885/390 (domain.md §2), as PDF. */
export async function contractPdf(text: ContractText): Promise<Uint8Array> {
  const flow = await PageFlow.begin(`Договор на период практики № ${text.number}`, text.madeAt);
  heading(flow, text);
  for (const { title, clauses } of CLAUSES) {
    flow.paragraph(title, { bold: true, centred: true, above: 12 });
    for (const clause of clauses) flow.paragraph(clause);
  }
  flow.paragraph(`Договор действует с ${day(text.terms.validFrom)} по ${day(text.terms.validTo)}.`);
  requisites(flow, text);
  programmes(flow, text);
  premises(flow, text);
  return flow.finish();
}

function heading(flow: PageFlow, { number, date, education, employer, revision }: ContractText): void {
  flow.paragraph(`ДОГОВОР № ${number}`, { bold: true, centred: true, size: 14 });
  flow.paragraph('о практической подготовке обучающихся на период практики', { centred: true, bold: true });
  if (revision > 1) flow.paragraph(`редакция ${revision}`, { centred: true, size: 9 });
  flow.paragraph(`г. ${education.organization.city}, ${day(date)}`, { above: 10 });
  flow.paragraph(
    `${education.organization.fullName}, далее — «Организация», в лице: ` +
      `${education.position} ${education.head}, действующего на основании Устава, с одной стороны, и ` +
      `${employer.organization.fullName}, далее — «Профильная организация», в лице: ` +
      `${employer.position} ${employer.head}, с другой стороны, заключили настоящий договор о нижеследующем.`,
    { above: 10 },
  );
}

function requisites(flow: PageFlow, { education, employer }: ContractText): void {
  flow.paragraph('5. Адреса, реквизиты и подписи сторон', { bold: true, centred: true, above: 12 });
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

function programmes(flow: PageFlow, { terms }: ContractText): void {
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

function premises(flow: PageFlow, { terms }: ContractText): void {
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
