-- Terms of the size people write: two programmes, two rooms, supervisors, conditions.
CREATE FUNCTION bench.terms(p_number integer, p_from date, p_to date) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('validFrom', p_from, 'validTo', p_to,
    'programmes', jsonb_build_array(
      jsonb_build_object('level', 'BACHELOR', 'specialtyCode', '09.03.01', 'course', 3, 'group', 'ИВТ-' || p_number % 90,
        'specialtyName', 'Информатика и вычислительная техника', 'formOfStudy', 'FULL_TIME',
        'practiceKind', 'INDUSTRIAL', 'seats', 5 + p_number % 20, 'from', p_from, 'to', p_to),
      jsonb_build_object('level', 'BACHELOR', 'specialtyCode', '38.03.01', 'course', 4, 'group', 'ЭК-' || p_number % 70,
        'specialtyName', 'Экономика', 'formOfStudy', 'FULL_TIME', 'practiceKind', 'PRE_GRADUATION',
        'seats', 3 + p_number % 9, 'from', p_from, 'to', p_to)),
    'premises', jsonb_build_array(
      jsonb_build_object('name', 'Отдел разработки, помещение ' || p_number % 300, 'address', 'г. Москва, ул. Учебная, 5'),
      jsonb_build_object('name', 'Бухгалтерия', 'address', 'г. Москва, ул. Учебная, 7')),
    'educationSupervisor', jsonb_build_object('fullName', 'Орлова Анна Петровна', 'position', 'Доцент',
      'phone', '+7 495 000-00-00', 'email', 'orlova@bench.example'),
    'employerSupervisor', jsonb_build_object('fullName', 'Зайцев Пётр Ильич', 'position', 'Ведущий инженер'),
    'assessment', jsonb_build_object('gradeScale', 'FIVE_POINT', 'reportMode', 'ON_PORTAL',
      'reportSignatureRequired', true),
    'employerConditions', 'Рабочее место с компьютером и доступом к учебному стенду на время практики.',
    'studentConditions', 'Медицинская справка и инструктаж по охране труда до начала практики.') $$;

CREATE FUNCTION bench.files(p_file uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(jsonb_build_object('fileId', p_file, 'role', 'MAIN', 'name', 'Договор.pdf',
    'size', bench.setting('content_size')::integer, 'mediaType', 'application/pdf',
    'sha256', bench.setting('content_sha256'))) $$;

INSERT INTO files (id, organization_id, sha256, size, name, media_type, created_by, created_at)
SELECT file_id, education_id, bench.setting('content_sha256'), bench.setting('content_size')::bigint, 'Договор.pdf',
       'application/pdf', author_person_id, created_at
  FROM bench.known ORDER BY number;

INSERT INTO document_drafts (document_id, organization_id, number, document_date, terms, files, missing, updated_at)
SELECT id, education_id, contract_number, contract_date, bench.terms(number, valid_from, valid_to),
       jsonb_build_array(jsonb_build_object('fileId', file_id, 'role', 'MAIN')), '{}', updated_at
  FROM bench.known WHERE status = 'DRAFT' ORDER BY number;

INSERT INTO revisions (id, document_id, revision_number, number, document_date, title, terms, terms_canonical,
  terms_sha256, files, main_file_id, main_file_sha256, sent_by, sent_at)
SELECT revision_id, id, 1, contract_number, contract_date, title, terms, terms::text,
       encode(sha256(convert_to(terms::text, 'UTF8')), 'hex'), bench.files(file_id), file_id,
       bench.setting('content_sha256'), author_person_id, created_at + interval '1 hour'
  FROM (SELECT known.*, bench.terms(number, valid_from, valid_to) AS terms
          FROM bench.known WHERE revision_id IS NOT NULL ORDER BY number) sent;

INSERT INTO frozen_files (id, revision_id, file_id, sha256, frozen_at)
SELECT bench.id(created_at, 'frozen', number), revision_id, file_id, bench.setting('content_sha256'),
       created_at + interval '1 hour'
  FROM bench.known WHERE revision_id IS NOT NULL ORDER BY number;
