-- Many hosts upon one store: the hosts, who works for each, and which of them an account or an entry of
-- the journal is for. Where there is one machine, accounts and entries name none.

CREATE TABLE "hosts" (
    "name" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "address" TEXT NOT NULL,
    "accepts" BIGINT NOT NULL,
    "accounts" BIGINT NOT NULL,
    "facts" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "workers" (
    "host" TEXT NOT NULL,
    "worker" TEXT NOT NULL,
    "seen" BIGINT NOT NULL,
    PRIMARY KEY ("host")
);

ALTER TABLE "accounts" ADD COLUMN "host" TEXT;
CREATE INDEX "accounts_by_host_name" ON "accounts" ("host", "name");

-- Whose an entry is until when, when it is to be tried next and how often it was, by the store's clock.
ALTER TABLE "journal" ADD COLUMN "host" TEXT;
ALTER TABLE "journal" ADD COLUMN "worker" TEXT;
ALTER TABLE "journal" ADD COLUMN "until" BIGINT;
ALTER TABLE "journal" ADD COLUMN "due" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "journal" ADD COLUMN "tries" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "journal" ADD COLUMN "problem" TEXT;
CREATE INDEX "journal_by_host_state_opened" ON "journal" ("host", "state", "opened");
