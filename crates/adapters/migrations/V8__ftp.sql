-- The FTP logins of accounts besides their own, what else an account says of FTP, the logins for
-- Web Disk, and the people to whom such logins belong.

CREATE TABLE "ftp_logins" (
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "quota" BIGINT,
    PRIMARY KEY ("name", "domain")
);

CREATE TABLE "ftp_settings" (
    "account" TEXT NOT NULL,
    "anonymous" BIGINT NOT NULL,
    "incoming" BIGINT NOT NULL,
    "welcome" TEXT NOT NULL,
    PRIMARY KEY ("account")
);

CREATE TABLE "web_disks" (
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "writes" BIGINT NOT NULL,
    "private" BIGINT NOT NULL,
    "digest_auth" BIGINT NOT NULL,
    PRIMARY KEY ("name", "domain")
);

CREATE TABLE "subaccounts" (
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "real_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "invite" TEXT NOT NULL,
    "invite_ends" BIGINT,
    PRIMARY KEY ("name", "domain")
);

CREATE TABLE "subaccount_services" (
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "linked" BIGINT NOT NULL,
    PRIMARY KEY ("name", "domain", "service")
);

CREATE INDEX "ftp_logins_by_account" ON "ftp_logins" ("account", "domain", "name");
CREATE INDEX "ftp_logins_by_domain" ON "ftp_logins" ("domain");
CREATE INDEX "web_disks_by_account" ON "web_disks" ("account", "domain", "name");
CREATE INDEX "web_disks_by_domain" ON "web_disks" ("domain");
CREATE INDEX "subaccounts_by_account" ON "subaccounts" ("account", "domain", "name");
CREATE INDEX "subaccounts_by_domain" ON "subaccounts" ("domain");
CREATE UNIQUE INDEX "subaccounts_by_guid" ON "subaccounts" ("guid");
CREATE INDEX "subaccount_services_by_domain" ON "subaccount_services" ("domain");
