-- What has happened to the documents: their creation, their last move, and the signatures of those signed.
INSERT INTO history_entries (id, at, organization_id, person_id, person_name, organization_name, object_type,
  object_id, type, shared, from_status, to_status, payload)
SELECT bench.id(entry.at, entry.type, number), entry.at, education_id, author_person_id,
       'Борисов ' || education || ' Мария Сергеевна', education_name, 'document', id, entry.type, entry.type <> 'created',
       entry.from_status, status, entry.payload
  FROM bench.known
 CROSS JOIN LATERAL (VALUES
         ('created', created_at, NULL, '{"kind": "PERIOD_CONTRACT"}'::jsonb),
         ('transition', updated_at, 'DRAFT', '{"action": "submit-approval", "revisionNumber": 1}'::jsonb))
       entry (type, at, from_status, payload)
 WHERE entry.type = 'created' OR status <> 'DRAFT'
 ORDER BY number;

INSERT INTO signatures (id, frozen_file_id, revision_id, document_id, organization_id, person_id, role, person_name,
  position, cms, cms_sha256, level, certificate, test, claimed_at, received_at)
SELECT bench.id(updated_at, signer.role, number), bench.id(created_at, 'frozen', number), revision_id, known.id,
       signer.organization_id, person.id, signer.role, person.surname || ' Мария Сергеевна', 'Руководитель',
       decode(md5(signer.role || number), 'hex'), encode(sha256(decode(md5(signer.role || number), 'hex')), 'hex'),
       'CAdES-BES', jsonb_build_object('owner', signer.name, 'serialNumber', upper(md5(signer.name)),
         'issuer', 'Выпускающий центр', 'notBefore', '2025-01-01T00:00:00.000Z', 'notAfter', '2030-01-01T00:00:00.000Z'),
       true, updated_at, updated_at
  FROM bench.known
 CROSS JOIN LATERAL (VALUES ('recipient', 'EMPLOYER', employer, employer_id, employer_name),
                            ('author', 'EDUCATION', education, education_id, education_name))
       signer (role, side, number_of_side, organization_id, name)
  JOIN bench.people person ON person.side = signer.side AND person.organization = signer.number_of_side
   AND person.place = 1
 WHERE status IN ('CONCLUDED', 'EXECUTED') OR (status = 'SIGNED_BY_RECIPIENT' AND signer.role = 'recipient')
 ORDER BY known.number;
