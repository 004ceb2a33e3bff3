-- A token may wait, after a change of its owner's password, until the owner takes it up again.

ALTER TABLE "tokens" ADD COLUMN "suspended" BIGINT NOT NULL DEFAULT 0;
