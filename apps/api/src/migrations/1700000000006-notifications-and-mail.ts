import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bell, the daily reminders behind it, and the outgoing mail. */
export class NotificationsAndMail1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organization_id uuid NOT NULL REFERENCES organizations,
        -- set where the notification is personal
        person_id uuid REFERENCES people,
        kind text NOT NULL,
        document_id uuid REFERENCES documents,
        application_id uuid REFERENCES applications,
        -- of the document or the application
        object_title text,
        text text,
        -- who caused it and therefore is not told
        initiator_id uuid REFERENCES people,
        event_id uuid,
        -- the organization's calendar date of a daily reminder
        local_date date,
        -- when what it tells of happened: the order of the bell
        occurred_at timestamptz NOT NULL,
        -- when it reached the bell, maybe out of that order: what a read mark is compared with
        created_at timestamptz NOT NULL
      );
      CREATE INDEX notifications_feed ON notifications (organization_id, occurred_at DESC, id DESC);
      CREATE INDEX notifications_arrived ON notifications (organization_id, created_at);
      CREATE UNIQUE INDEX notifications_once_per_event ON notifications (event_id, organization_id, kind, person_id)
        NULLS NOT DISTINCT WHERE event_id IS NOT NULL;
      -- A reminder exists once per document, organization and local date, whatever crashes or runs twice.
      CREATE UNIQUE INDEX notifications_once_per_day ON notifications (document_id, organization_id, local_date)
        WHERE local_date IS NOT NULL;

      CREATE TABLE notification_reads (
        person_id uuid NOT NULL REFERENCES people,
        notification_id uuid NOT NULL REFERENCES notifications,
        organization_id uuid NOT NULL REFERENCES organizations,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, notification_id)
      );

      -- Everything created up to this instant counts as read by the person in this organization.
      CREATE TABLE notification_read_marks (
        person_id uuid NOT NULL REFERENCES people,
        organization_id uuid NOT NULL REFERENCES organizations,
        read_up_to timestamptz NOT NULL,
        PRIMARY KEY (person_id, organization_id)
      );

      -- One row per organization and local date: the scan's cursor, so that a killed scan goes on where it stood.
      CREATE TABLE reminder_days (
        organization_id uuid NOT NULL REFERENCES organizations,
        local_date date NOT NULL,
        -- how far the scan has come in the order of (waiting_since, id); NULL before its first page
        reached_since timestamptz,
        reached_document uuid,
        finished_at timestamptz,
        PRIMARY KEY (organization_id, local_date)
      );
      CREATE INDEX reminder_days_open ON reminder_days (local_date, organization_id) WHERE finished_at IS NULL;

      -- The instant before which a turn must have begun so that a reminder is due on a local date: the local midnight
      -- that begins the day p_days - 1 days earlier. Dates are compared, never spans of 24 hours.
      CREATE FUNCTION reminder_due_before(p_date date, p_days integer, p_time_zone text) RETURNS timestamptz
        LANGUAGE sql STABLE AS $$ SELECT (p_date - p_days + 1)::timestamp AT TIME ZONE p_time_zone $$;
      GRANT EXECUTE ON FUNCTION reminder_due_before(date, integer, text) TO praktika_jobs;

      CREATE TABLE mails (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- what caused it; a mail exists once per key, and its Message-ID is made from the key
        key text NOT NULL UNIQUE,
        organization_id uuid REFERENCES organizations,
        -- which template, and the ids it is made from; the text is made at sending, from what is true then
        template text NOT NULL,
        parameters jsonb NOT NULL,
        recipient text,
        subject text,
        text_body text,
        html_body text,
        -- CANCELLED: what it would have told was no longer true when its turn came
        status text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'SENT', 'FAILED', 'CANCELLED')),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL,
        last_error text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz
      );
      CREATE INDEX mails_due ON mails (next_attempt_at) WHERE status = 'QUEUED';
      CREATE INDEX mails_newest ON mails (created_at DESC);

      ALTER TABLE notifications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON notifications FOR SELECT USING (
        organization_id = app_organization() AND (person_id IS NULL OR person_id = app_person()));

      ALTER TABLE notification_reads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON notification_reads
        USING (person_id = app_person() AND organization_id = app_organization())
        WITH CHECK (person_id = app_person() AND organization_id = app_organization());

      ALTER TABLE notification_read_marks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON notification_read_marks
        USING (person_id = app_person() AND organization_id = app_organization())
        WITH CHECK (person_id = app_person() AND organization_id = app_organization());

      ALTER TABLE reminder_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON reminder_days FOR SELECT USING (organization_id = app_organization());

      ALTER TABLE mails ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON mails FOR SELECT USING (organization_id = app_organization());

      -- What the demo's organizations were sent, for the demo's page: nobody is signed in there. Only what they were
      -- sent: a real organization beside the demo keeps its mail to itself.
      CREATE FUNCTION demo_mails(p_limit integer)
        RETURNS TABLE (id uuid, recipient text, subject text, text_body text, html_body text, status text,
                       created_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT m.id, m.recipient, m.subject, m.text_body, m.html_body, m.status, m.created_at
            FROM mails m JOIN organizations o ON o.id = m.organization_id AND o.demo
           WHERE m.subject IS NOT NULL
           ORDER BY m.created_at DESC, m.id DESC LIMIT p_limit $$;
      GRANT SELECT ON mails TO praktika_reader;
      REVOKE ALL ON FUNCTION demo_mails(integer) FROM PUBLIC;
      ALTER FUNCTION demo_mails(integer) OWNER TO praktika_reader;
      GRANT EXECUTE ON FUNCTION demo_mails(integer) TO praktika_app;

      GRANT SELECT ON notifications, reminder_days, mails TO praktika_app;
      GRANT SELECT, INSERT, UPDATE ON notification_reads, notification_read_marks TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
