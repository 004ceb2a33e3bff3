-- The mail of accounts' domains.

CREATE TABLE "mail_domains" (
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "formerly" TEXT,
    "routing" TEXT NOT NULL,
    "catch_all" TEXT NOT NULL,
    "forwards_to" TEXT,
    "relay_host" TEXT NOT NULL,
    "signing" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    PRIMARY KEY ("domain")
);

CREATE TABLE "mailboxes" (
    "address" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "must_change" BIGINT NOT NULL,
    "changed" BIGINT NOT NULL,
    "quota" BIGINT,
    "incoming_suspended" BIGINT NOT NULL,
    "login_suspended" BIGINT NOT NULL,
    "outgoing" TEXT NOT NULL,
    "makes_folders" BIGINT NOT NULL,
    PRIMARY KEY ("address")
);

CREATE TABLE "forwarders" (
    "address" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    PRIMARY KEY ("address", "destination")
);

CREATE TABLE "autoresponders" (
    "address" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "charset" TEXT NOT NULL,
    "is_html" BIGINT NOT NULL,
    "hours" BIGINT NOT NULL,
    "start" BIGINT,
    "stop" BIGINT,
    PRIMARY KEY ("address")
);

CREATE TABLE "mail_filters" (
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "enabled" BIGINT NOT NULL,
    "conditions" TEXT NOT NULL,
    "acts" TEXT NOT NULL,
    PRIMARY KEY ("owner", "name")
);

CREATE TABLE "mailing_lists" (
    "address" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "once" TEXT NOT NULL,
    "advertised" BIGINT NOT NULL,
    "archive_private" BIGINT NOT NULL,
    "subscribe_policy" BIGINT NOT NULL,
    PRIMARY KEY ("address")
);

CREATE TABLE "list_admins" (
    "list" TEXT NOT NULL,
    "admin" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    PRIMARY KEY ("list", "admin")
);

CREATE TABLE "spam_preferences" (
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    PRIMARY KEY ("owner", "name", "place")
);

-- The mailbox whose session it is; absent for a user's own.
ALTER TABLE "sessions" ADD COLUMN "mailbox" TEXT;

-- The domains that were there before take mail as new ones do.
INSERT INTO "mail_domains"
    SELECT "domains"."name", "domains"."account", NULL, "accounts"."mx_check", '', NULL, '',
        CASE WHEN "accounts"."dkim" = 1 AND "domains"."kind" <> 'sub' THEN 'wanted' ELSE 'off' END,
        '', ''
    FROM "domains" JOIN "accounts" ON "accounts"."name" = "domains"."account";

-- An index behind every list.
CREATE INDEX "mail_domains_by_account" ON "mail_domains" ("account", "domain");
CREATE INDEX "mail_domains_by_signing" ON "mail_domains" ("signing");
CREATE INDEX "mailboxes_by_account" ON "mailboxes" ("account", "address");
CREATE INDEX "mailboxes_by_domain" ON "mailboxes" ("domain", "address");
CREATE INDEX "forwarders_by_account" ON "forwarders" ("account");
CREATE INDEX "forwarders_by_domain" ON "forwarders" ("domain", "address");
CREATE INDEX "autoresponders_by_account" ON "autoresponders" ("account");
CREATE INDEX "autoresponders_by_domain" ON "autoresponders" ("domain", "address");
CREATE INDEX "mail_filters_by_account" ON "mail_filters" ("account");
CREATE INDEX "mailing_lists_by_account" ON "mailing_lists" ("account");
CREATE INDEX "mailing_lists_by_domain" ON "mailing_lists" ("domain", "address");
CREATE INDEX "list_admins_by_account" ON "list_admins" ("account");
CREATE INDEX "list_admins_by_admin" ON "list_admins" ("admin");
CREATE INDEX "spam_preferences_by_account" ON "spam_preferences" ("account");
CREATE INDEX "sessions_by_mailbox" ON "sessions" ("mailbox");
