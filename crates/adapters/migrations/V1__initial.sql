-- The first schema, in the SQL that SQLite and PostgreSQL share. Flags, amounts and times are
-- BIGINT; a column that may be NULL stands for an absent value, or for no limit. Text compares by
-- its bytes: SQLite does so by itself, and `store::schema` tells PostgreSQL so. A table that is
-- marked `by key` lies in the order of its key where the engine can do that: it is listed so.

CREATE TABLE "accounts" (
    "name" TEXT NOT NULL,
    "formerly" TEXT,
    "domain" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "package" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email2" TEXT NOT NULL,
    "uid" BIGINT NOT NULL,
    "gid" BIGINT NOT NULL,
    "home" TEXT NOT NULL,
    "shell" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "dedicated_ip" BIGINT NOT NULL,
    "theme" TEXT NOT NULL,
    "style" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "mailbox_format" TEXT NOT NULL,
    "mx_check" TEXT NOT NULL,
    "created" BIGINT NOT NULL,
    "modified" BIGINT NOT NULL,
    "suspended" BIGINT NOT NULL,
    "suspend_reason" TEXT NOT NULL,
    "suspended_at" BIGINT,
    "locked" BIGINT NOT NULL,
    "keeps_ftp" BIGINT NOT NULL,
    "mail_suspended" BIGINT NOT NULL,
    "mail_held" BIGINT NOT NULL,
    "backup" BIGINT NOT NULL,
    "legacy_backup" BIGINT NOT NULL,
    "cgi" BIGINT NOT NULL,
    "dkim" BIGINT NOT NULL,
    "spf" BIGINT NOT NULL,
    "dmarc" BIGINT NOT NULL,
    "spam_filter" BIGINT NOT NULL,
    "spam_box" BIGINT NOT NULL,
    "temporary_domain" BIGINT NOT NULL,
    "extensions" TEXT NOT NULL,
    "feature_list" TEXT NOT NULL,
    "database_owner" TEXT NOT NULL,
    "extras" TEXT NOT NULL,
    "quota" BIGINT,
    "bandwidth" BIGINT,
    "max_ftp" BIGINT,
    "max_lists" BIGINT,
    "max_mailboxes" BIGINT,
    "max_databases" BIGINT,
    "max_subdomains" BIGINT,
    "max_parked" BIGINT,
    "max_addons" BIGINT,
    "max_passenger" BIGINT,
    "max_team_users" BIGINT,
    "max_email_per_hour" BIGINT,
    "max_defer_fail" BIGINT,
    "max_mailbox_quota" BIGINT,
    "max_inodes" BIGINT,
    "disk_used" BIGINT NOT NULL,
    "inodes_used" BIGINT NOT NULL,
    PRIMARY KEY ("name")
) /* by key */;

CREATE TABLE "account_counts" (
    "owner" TEXT NOT NULL,
    "accounts" BIGINT NOT NULL,
    PRIMARY KEY ("owner")
);

CREATE TABLE "domains" (
    "name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "document_root" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "domains_above" (
    "above" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    PRIMARY KEY ("above", "domain")
);

CREATE TABLE "bandwidth" (
    "domain" TEXT NOT NULL,
    "year" BIGINT NOT NULL,
    "month" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    PRIMARY KEY ("domain", "year", "month")
);

CREATE TABLE "feature_overrides" (
    "account" TEXT NOT NULL,
    "feature" TEXT NOT NULL,
    "enabled" BIGINT NOT NULL,
    PRIMARY KEY ("account", "feature")
);

CREATE TABLE "tracked_ids" (
    "kind" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    PRIMARY KEY ("kind", "number")
);

CREATE TABLE "packages" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "quota" BIGINT,
    "bandwidth" BIGINT,
    "max_ftp" BIGINT,
    "max_lists" BIGINT,
    "max_mailboxes" BIGINT,
    "max_databases" BIGINT,
    "max_subdomains" BIGINT,
    "max_parked" BIGINT,
    "max_addons" BIGINT,
    "max_passenger" BIGINT,
    "max_team_users" BIGINT,
    "max_email_per_hour" BIGINT,
    "max_defer_fail" BIGINT,
    "max_mailbox_quota" BIGINT,
    "cgi" BIGINT NOT NULL,
    "shell" BIGINT NOT NULL,
    "dedicated_ip" BIGINT NOT NULL,
    "digest_auth" BIGINT NOT NULL,
    "theme" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "feature_list" TEXT NOT NULL,
    "extensions" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "package_extensions" (
    "package" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    PRIMARY KEY ("package", "name")
);

CREATE TABLE "feature_lists" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "feature_list_features" (
    "list" TEXT NOT NULL,
    "feature" TEXT NOT NULL,
    "enabled" BIGINT NOT NULL,
    PRIMARY KEY ("list", "feature")
);

CREATE TABLE "resellers" (
    "name" TEXT NOT NULL,
    "suspended" BIGINT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "reseller_acls" (
    "name" TEXT NOT NULL,
    "acl" TEXT NOT NULL,
    PRIMARY KEY ("name", "acl")
);

CREATE TABLE "reseller_limits" (
    "name" TEXT NOT NULL,
    "accounts" BIGINT,
    "has_resources" BIGINT NOT NULL,
    "disk" BIGINT,
    "bandwidth" BIGINT,
    "oversells_disk" BIGINT NOT NULL,
    "oversells_bandwidth" BIGINT NOT NULL,
    "only_open_packages" BIGINT NOT NULL,
    "counts_packages" BIGINT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "reseller_packages" (
    "name" TEXT NOT NULL,
    "package" TEXT NOT NULL,
    "open" BIGINT,
    "accounts" BIGINT,
    PRIMARY KEY ("name", "package")
);

CREATE TABLE "reseller_addresses" (
    "name" TEXT NOT NULL,
    "shared" TEXT,
    "is_held" BIGINT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "reseller_ips" (
    "name" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    PRIMARY KEY ("name", "ip")
);

CREATE TABLE "reseller_nameservers" (
    "name" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "nameserver" TEXT NOT NULL,
    PRIMARY KEY ("name", "place")
);

CREATE TABLE "acl_lists" (
    "name" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "acl_list_acls" (
    "list" TEXT NOT NULL,
    "acl" TEXT NOT NULL,
    PRIMARY KEY ("list", "acl")
);

CREATE TABLE "public_contacts" (
    "user_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    PRIMARY KEY ("user_name")
);

CREATE TABLE "logins" (
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "must_change" BIGINT NOT NULL,
    "changed" BIGINT NOT NULL,
    "digest_auth" BIGINT NOT NULL,
    "locked" BIGINT NOT NULL,
    PRIMARY KEY ("name")
) /* by key */;

CREATE TABLE "password_history" (
    "name" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "password" TEXT NOT NULL,
    PRIMARY KEY ("name", "generation")
);

CREATE TABLE "tokens" (
    "digest" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created" BIGINT NOT NULL,
    "expires" BIGINT,
    "limited" BIGINT NOT NULL,
    PRIMARY KEY ("digest")
);

CREATE TABLE "token_acls" (
    "digest" TEXT NOT NULL,
    "acl" TEXT NOT NULL,
    PRIMARY KEY ("digest", "acl"),
    FOREIGN KEY ("digest") REFERENCES "tokens" ("digest") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "token_sources" (
    "digest" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "network" TEXT NOT NULL,
    PRIMARY KEY ("digest", "place"),
    FOREIGN KEY ("digest") REFERENCES "tokens" ("digest") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "sessions" (
    "digest" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "path_digest" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "made_by" TEXT,
    "created" BIGINT NOT NULL,
    "expires" BIGINT NOT NULL,
    PRIMARY KEY ("digest")
);

CREATE TABLE "failures" (
    "subject" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "last" BIGINT NOT NULL,
    PRIMARY KEY ("subject")
);

CREATE TABLE "zones" (
    "name" TEXT NOT NULL,
    "account" TEXT,
    "serial" BIGINT NOT NULL,
    "primary" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "refresh" BIGINT NOT NULL,
    "retry" BIGINT NOT NULL,
    "expire" BIGINT NOT NULL,
    "minimum" BIGINT NOT NULL,
    "ttl" BIGINT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "zone_lines" (
    "zone" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "ttl" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    PRIMARY KEY ("zone", "place"),
    FOREIGN KEY ("zone") REFERENCES "zones" ("name") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "settings" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "personal" (
    "user_name" TEXT NOT NULL,
    "store" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    PRIMARY KEY ("user_name", "store", "name")
);

CREATE TABLE "showcase" (
    "feature" TEXT NOT NULL,
    "enabled" BIGINT NOT NULL,
    PRIMARY KEY ("feature")
);

CREATE TABLE "journal" (
    "id" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened" BIGINT NOT NULL,
    "subjects" TEXT NOT NULL,
    PRIMARY KEY ("id")
);

CREATE TABLE "audit" (
    "id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    PRIMARY KEY ("id")
);

-- An index behind every list.
CREATE UNIQUE INDEX "accounts_by_domain" ON "accounts" ("domain");
CREATE UNIQUE INDEX "accounts_by_uid" ON "accounts" ("uid");
CREATE INDEX "accounts_by_gid" ON "accounts" ("gid");
CREATE INDEX "accounts_by_owner_name" ON "accounts" ("owner", "name");
CREATE INDEX "accounts_by_owner_package" ON "accounts" ("owner", "package");
CREATE INDEX "accounts_by_owner_suspended" ON "accounts" ("owner", "suspended");
CREATE INDEX "accounts_by_package_name" ON "accounts" ("package", "name");
CREATE INDEX "accounts_by_ip" ON "accounts" ("ip");
CREATE INDEX "accounts_by_suspended" ON "accounts" ("suspended");
CREATE INDEX "accounts_by_locked" ON "accounts" ("locked");
CREATE INDEX "accounts_by_created" ON "accounts" ("created");
CREATE INDEX "accounts_by_formerly" ON "accounts" ("formerly");
CREATE INDEX "domains_by_account" ON "domains" ("account");
CREATE INDEX "domains_above_by_domain" ON "domains_above" ("domain");
CREATE INDEX "bandwidth_by_account_year_month" ON "bandwidth" ("account", "year", "month");
CREATE INDEX "tracked_ids_by_name" ON "tracked_ids" ("name");
CREATE INDEX "packages_by_owner_name" ON "packages" ("owner", "name");
CREATE INDEX "feature_lists_by_owner_name" ON "feature_lists" ("owner", "name");
CREATE INDEX "resellers_by_suspended" ON "resellers" ("suspended");
CREATE INDEX "reseller_acls_by_acl" ON "reseller_acls" ("acl");
CREATE INDEX "reseller_packages_by_package" ON "reseller_packages" ("package");
CREATE INDEX "reseller_addresses_by_shared" ON "reseller_addresses" ("shared");
CREATE INDEX "logins_by_kind_must_change_name" ON "logins" ("kind", "must_change", "name");
CREATE UNIQUE INDEX "tokens_by_user_name_kind_name" ON "tokens" ("user_name", "kind", "name");
CREATE INDEX "tokens_by_expires" ON "tokens" ("expires");
CREATE INDEX "sessions_by_user_name" ON "sessions" ("user_name");
CREATE INDEX "sessions_by_expires" ON "sessions" ("expires");
CREATE INDEX "failures_by_last" ON "failures" ("last");
CREATE INDEX "zones_by_account" ON "zones" ("account");
CREATE INDEX "journal_by_state_opened" ON "journal" ("state", "opened");
CREATE INDEX "audit_by_at" ON "audit" ("at");
CREATE INDEX "audit_by_actor_at" ON "audit" ("actor", "at");
