-- Who must choose a new password, apart from the logins: flagging many users writes short rows only.

CREATE TABLE "forced_changes" (
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    PRIMARY KEY ("kind", "name")
) /* by key */;

INSERT INTO "forced_changes" ("kind", "name")
    SELECT "kind", "name" FROM "logins" WHERE "must_change" = 1;

DROP INDEX "logins_by_kind_must_change_name";
ALTER TABLE "logins" DROP COLUMN "must_change";
