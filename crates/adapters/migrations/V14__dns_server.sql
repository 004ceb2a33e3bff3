-- The names that the server's addresses lead back to, as they were last found.

CREATE TABLE "reverse_names" (
    "ip" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    PRIMARY KEY ("ip")
);
