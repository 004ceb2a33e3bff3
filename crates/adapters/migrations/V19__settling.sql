-- Changes that left the journal and that a loss of power could still take from the machine.

CREATE TABLE "settling" (
    "id" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "opened" BIGINT NOT NULL,
    "subjects" TEXT NOT NULL,
    PRIMARY KEY ("id")
);
