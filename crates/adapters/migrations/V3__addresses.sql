-- The pool of addresses, what they are outside, and the ranges of IPv6.

CREATE TABLE "addresses" (
    "number" BIGINT NOT NULL,
    "prefix" BIGINT NOT NULL,
    PRIMARY KEY ("number")
);

CREATE TABLE "public_addresses" (
    "local" TEXT NOT NULL,
    "public" TEXT NOT NULL,
    PRIMARY KEY ("local")
);

CREATE TABLE "ipv6_ranges" (
    "name" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "enabled" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "recent" TEXT NOT NULL,
    PRIMARY KEY ("name")
);

CREATE TABLE "ipv6_addresses" (
    "account" TEXT NOT NULL,
    "range" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    PRIMARY KEY ("account")
);

CREATE TABLE "ipv6_reclaimed" (
    "ip" TEXT NOT NULL,
    "range" TEXT NOT NULL,
    PRIMARY KEY ("ip")
);

CREATE INDEX "reseller_ips_by_ip" ON "reseller_ips" ("ip");
CREATE UNIQUE INDEX "public_addresses_by_public" ON "public_addresses" ("public");
CREATE INDEX "ipv6_addresses_by_range" ON "ipv6_addresses" ("range");
CREATE INDEX "ipv6_addresses_by_ip" ON "ipv6_addresses" ("ip");
CREATE INDEX "ipv6_reclaimed_by_range" ON "ipv6_reclaimed" ("range", "ip");
CREATE INDEX "ipv6_ranges_by_owner" ON "ipv6_ranges" ("owner");
