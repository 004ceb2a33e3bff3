//! Mail by the real Exim and Dovecot: in by SMTP, out by IMAP.

mod clients;
mod crowd;
mod keeping;
mod post;
mod sending;
mod signature;
mod taking;
