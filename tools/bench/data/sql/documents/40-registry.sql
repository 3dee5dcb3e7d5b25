-- Both parties' rows, as registry_put writes them (the bench compares a sample with the product's own).
INSERT INTO registry_entries (document_id, organization_id, direction, kind, status, number, document_date, sort_date,
  title, partner_id, partner_name, practice_from, practice_to, waiting_since, search_text, updated_at)
SELECT id, party.organization_id, party.direction, 'PERIOD_CONTRACT', status, contract_number, contract_date,
       contract_date, title, party.partner_id, party.partner_name, valid_from, valid_to,
       CASE WHEN waiting_id = party.organization_id THEN updated_at END,
       normalize_search(title) || ' ' || party.partner_search, updated_at
  FROM bench.known
 CROSS JOIN LATERAL (VALUES
         (education_id, 'OUTGOING', employer_id, employer_name, employer_search),
         (employer_id, 'INCOMING', education_id, education_name, education_search))
       party (organization_id, direction, partner_id, partner_name, partner_search)
 WHERE party.direction = 'OUTGOING' OR status <> 'DRAFT'
 ORDER BY number;
INSERT INTO registry_texts SELECT organization_id, document_id, search_text FROM registry_entries;
