-- Domains beside the main one, redirects, and the conversions of addon domains into accounts.

ALTER TABLE "domains" ADD COLUMN "parent" TEXT;
ALTER TABLE "domains" ADD COLUMN "canonical" BIGINT NOT NULL DEFAULT 0;

CREATE TABLE "redirects" (
    "domain" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "wildcard" BIGINT NOT NULL,
    "www" TEXT NOT NULL,
    PRIMARY KEY ("domain", "path")
);

CREATE TABLE "conversions" (
    "id" BIGINT NOT NULL,
    "domain" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "package" TEXT NOT NULL,
    "document_root" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started" BIGINT NOT NULL,
    "ended" BIGINT,
    PRIMARY KEY ("id")
);

CREATE TABLE "conversion_steps" (
    "conversion" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started" BIGINT NOT NULL,
    "ended" BIGINT,
    "warnings" TEXT NOT NULL,
    PRIMARY KEY ("conversion", "place"),
    FOREIGN KEY ("conversion") REFERENCES "conversions" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

-- An index behind every list.
CREATE INDEX "domains_by_kind_account_name" ON "domains" ("kind", "account", "name");
CREATE INDEX "redirects_by_account" ON "redirects" ("account");
CREATE INDEX "conversions_by_state_id" ON "conversions" ("state", "id");
CREATE INDEX "conversions_by_source" ON "conversions" ("source");
CREATE INDEX "conversions_by_target" ON "conversions" ("target");
