-- DNSSEC: how a zone is signed, and its keys. Records of a zone are found by their names too, so
-- that an edit of a large zone reads what it touches and no more.

CREATE TABLE "zone_signing" (
    "zone" TEXT NOT NULL,
    "nsec3" BIGINT NOT NULL,
    "iterations" BIGINT NOT NULL,
    "salt" TEXT NOT NULL,
    "narrow" BIGINT NOT NULL,
    "opt_out" BIGINT NOT NULL,
    "last_key" BIGINT NOT NULL,
    PRIMARY KEY ("zone"),
    FOREIGN KEY ("zone") REFERENCES "zones" ("name") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "zone_keys" (
    "zone" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "algorithm" BIGINT NOT NULL,
    "bits" BIGINT NOT NULL,
    "public" TEXT NOT NULL,
    "private" TEXT NOT NULL,
    "active" BIGINT NOT NULL,
    "created" BIGINT NOT NULL,
    PRIMARY KEY ("zone", "id"),
    FOREIGN KEY ("zone") REFERENCES "zones" ("name") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX "zone_lines_by_zone_name" ON "zone_lines" ("zone", "name");
CREATE INDEX "zone_lines_by_zone_kind" ON "zone_lines" ("zone", "kind");
