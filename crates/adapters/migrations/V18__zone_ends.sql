-- Behind which line a zone's new records go where the last ones were removed: no line is ever another record's.

CREATE TABLE "zone_ends" (
    "zone" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    PRIMARY KEY ("zone"),
    FOREIGN KEY ("zone") REFERENCES "zones" ("name") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
