-- The databases of accounts.

CREATE TABLE "databases" (
    "engine" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "formerly" TEXT,
    "account" TEXT NOT NULL,
    PRIMARY KEY ("engine", "name")
);

CREATE TABLE "database_users" (
    "engine" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    PRIMARY KEY ("engine", "name")
);

CREATE TABLE "database_grants" (
    "engine" TEXT NOT NULL,
    "database" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "privileges" TEXT NOT NULL,
    PRIMARY KEY ("engine", "database", "user_name")
);

CREATE TABLE "database_hosts" (
    "account" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    PRIMARY KEY ("account", "host")
);

CREATE INDEX "databases_by_account_engine_name" ON "databases" ("account", "engine", "name");
CREATE INDEX "databases_by_engine_formerly" ON "databases" ("engine", "formerly");
CREATE INDEX "database_users_by_account_engine_name" ON "database_users" ("account", "engine", "name");
CREATE INDEX "database_grants_by_account_engine" ON "database_grants" ("account", "engine");
CREATE INDEX "database_grants_by_engine_user" ON "database_grants" ("engine", "user_name");
