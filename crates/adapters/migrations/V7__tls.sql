-- TLS of accounts: what is stored, and what the sites use.

CREATE TABLE "tls_keys" (
    "account" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "friendly_name" TEXT NOT NULL,
    "created" BIGINT NOT NULL,
    "public" TEXT NOT NULL,
    "public_der" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    PRIMARY KEY ("account", "id")
);

CREATE TABLE "tls_certificates" (
    "account" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "friendly_name" TEXT NOT NULL,
    "created" BIGINT NOT NULL,
    "public" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    "bundle" TEXT NOT NULL,
    PRIMARY KEY ("account", "id")
);

CREATE TABLE "tls_requests" (
    "account" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "friendly_name" TEXT NOT NULL,
    "created" BIGINT NOT NULL,
    "public" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    PRIMARY KEY ("account", "id")
);

CREATE TABLE "tls_names" (
    "name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    PRIMARY KEY ("name", "account", "certificate")
);

CREATE TABLE "tls_hosts" (
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    "bundle" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "installed" BIGINT NOT NULL,
    "redirects" BIGINT NOT NULL,
    PRIMARY KEY ("domain")
);

CREATE TABLE "tls_exclusions" (
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    PRIMARY KEY ("domain")
);

CREATE TABLE "tls_preferences" (
    "account" TEXT NOT NULL,
    "key_type" TEXT NOT NULL,
    PRIMARY KEY ("account")
);

CREATE UNIQUE INDEX "tls_keys_by_account_friendly_name" ON "tls_keys" ("account", "friendly_name");
CREATE INDEX "tls_keys_by_account_public" ON "tls_keys" ("account", "public");
CREATE UNIQUE INDEX "tls_certificates_by_account_friendly_name" ON "tls_certificates" ("account", "friendly_name");
CREATE INDEX "tls_certificates_by_account_public" ON "tls_certificates" ("account", "public");
CREATE UNIQUE INDEX "tls_requests_by_account_friendly_name" ON "tls_requests" ("account", "friendly_name");
CREATE INDEX "tls_requests_by_account_public" ON "tls_requests" ("account", "public");
CREATE INDEX "tls_names_by_account_certificate" ON "tls_names" ("account", "certificate");
CREATE INDEX "tls_hosts_by_account" ON "tls_hosts" ("account");
CREATE INDEX "tls_exclusions_by_account" ON "tls_exclusions" ("account");
