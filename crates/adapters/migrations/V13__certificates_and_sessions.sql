-- Certificates that the server makes by itself: the authority that signs them, the accounts that wait
-- for a check, and what stood in the way of a domain's.

CREATE TABLE "tls_authorities" (
    "name" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "expires" BIGINT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "tls_checks" (
    "account" TEXT NOT NULL,
    "asked" BIGINT NOT NULL,
    PRIMARY KEY ("account")
);

CREATE TABLE "tls_problems" (
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    PRIMARY KEY ("domain")
);

CREATE INDEX "tls_checks_by_asked" ON "tls_checks" ("asked");
CREATE INDEX "tls_problems_by_account" ON "tls_problems" ("account");

-- Whether visitors of the account's own address who name no site are shown the certificate.
ALTER TABLE "tls_hosts" ADD COLUMN "is_primary" BIGINT NOT NULL DEFAULT 0;

-- Users of databases that go with the session for which they were made.
CREATE TABLE "session_database_users" (
    "name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "session" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE UNIQUE INDEX "session_database_users_by_session" ON "session_database_users" ("session");
CREATE INDEX "session_database_users_by_account" ON "session_database_users" ("account");
