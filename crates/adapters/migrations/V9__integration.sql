-- What links an account's pages have to other services, and the groups that they stand in.

CREATE TABLE "integration_links" (
    "account" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "implements" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "subscriber" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "token_url" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "hidden" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    PRIMARY KEY ("account", "app")
);

CREATE TABLE "integration_groups" (
    "account" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    PRIMARY KEY ("account", "id")
);

CREATE INDEX "integration_links_by_account_place" ON "integration_links" ("account", "place", "app");
CREATE INDEX "integration_groups_by_account_place" ON "integration_groups" ("account", "place", "id");
