-- The tables that PowerDNS's SQLite backend asks, from version 4.7 on.
PRAGMA foreign_keys = 1;
BEGIN;

CREATE TABLE domains (
  id INTEGER PRIMARY KEY,
  name VARCHAR(255) NOT NULL COLLATE NOCASE UNIQUE,
  master VARCHAR(128),
  last_check INTEGER,
  type VARCHAR(8) NOT NULL,
  notified_serial INTEGER,
  account VARCHAR(40),
  options VARCHAR(65535),
  catalog VARCHAR(255)
);
CREATE INDEX domains_by_catalog ON domains (catalog);

CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  domain_id INTEGER REFERENCES domains (id) ON DELETE CASCADE ON UPDATE CASCADE,
  name VARCHAR(255),
  type VARCHAR(10),
  content VARCHAR(65535),
  ttl INTEGER,
  prio INTEGER,
  disabled BOOLEAN DEFAULT 0,
  ordername VARCHAR(255),
  auth BOOL DEFAULT 1
);
CREATE INDEX records_by_name ON records (name, type);
CREATE INDEX records_by_zone ON records (domain_id, name, type);
CREATE INDEX records_in_order ON records (domain_id, ordername);

CREATE TABLE supermasters (
  ip VARCHAR(64) NOT NULL,
  nameserver VARCHAR(255) NOT NULL COLLATE NOCASE,
  account VARCHAR(40) NOT NULL,
  PRIMARY KEY (ip, nameserver)
);

CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  domain_id INTEGER NOT NULL REFERENCES domains (id) ON DELETE CASCADE ON UPDATE CASCADE,
  name VARCHAR(255) NOT NULL,
  type VARCHAR(10) NOT NULL,
  modified_at INT NOT NULL,
  account VARCHAR(40),
  comment VARCHAR(65535) NOT NULL
);
CREATE INDEX comments_by_name ON comments (domain_id, name, type);
CREATE INDEX comments_in_order ON comments (domain_id, modified_at);

CREATE TABLE domainmetadata (
  id INTEGER PRIMARY KEY,
  domain_id INT NOT NULL REFERENCES domains (id) ON DELETE CASCADE ON UPDATE CASCADE,
  kind VARCHAR(32) COLLATE NOCASE,
  content TEXT
);
CREATE INDEX metadata_by_zone ON domainmetadata (domain_id);

CREATE TABLE cryptokeys (
  id INTEGER PRIMARY KEY,
  domain_id INT NOT NULL REFERENCES domains (id) ON DELETE CASCADE ON UPDATE CASCADE,
  flags INT NOT NULL,
  active BOOL,
  published BOOL DEFAULT 1,
  content TEXT
);
CREATE INDEX keys_by_zone ON cryptokeys (domain_id);

CREATE TABLE tsigkeys (
  id INTEGER PRIMARY KEY,
  name VARCHAR(255) COLLATE NOCASE,
  algorithm VARCHAR(50) COLLATE NOCASE,
  secret VARCHAR(255),
  UNIQUE (name, algorithm)
);

COMMIT;
