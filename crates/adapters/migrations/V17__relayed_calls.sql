-- Calls on their way to the host that can answer them, sealed. What is lost with the database's server is
-- told to its caller as lost, so that nothing of it is logged or copied.

ALTER TABLE "hosts" ADD COLUMN "door" TEXT NOT NULL DEFAULT '';

CREATE /* unlogged */ TABLE "relayed_calls" (
    "id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "made" BIGINT NOT NULL,
    "call" TEXT,
    "answer" TEXT,
    PRIMARY KEY ("id")
);
CREATE INDEX "relayed_calls_by_host_made" ON "relayed_calls" ("host", "made");
