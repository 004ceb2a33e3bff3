//! Mail by the real Exim and Dovecot: in by SMTP, out by IMAP.

mod clients;
mod keeping;
mod post;
mod sending;
mod signature;
#[expect(dead_code, reason = "other tests need more subjects")]
#[path = "../../ports/subjects.rs"]
mod subjects;
mod taking;
