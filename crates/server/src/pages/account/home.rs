//! The first page of an account: its facts, for its own user.

use api::records::{DomainKind, DomainRecord};
use askama::Template;
use functions::domain::own::{self, Own};

use crate::pages::{Page, desk::Desk, frame::Frame, html, read};

#[derive(Template)]
#[template(path = "account/home.html")]
struct HomePage {
    frame: Frame,
    facts: Vec<(&'static str, String)>,
    domains: Vec<Domain>,
}

struct Domain {
    name: String,
    kind: &'static str,
    root: String,
}

/// Shows it.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    match own::account(desk.host, desk.caller) {
        Ok(own) => {
            let domains = own.domains.iter().map(domain).collect();
            html(200, &HomePage { frame: desk.frame("Home"), facts: facts(&own), domains })
        }
        Err(error) => desk.fails(&error.into()),
    }
}

fn facts(own: &Own) -> Vec<(&'static str, String)> {
    let record = own.account.record();
    let of = |used: String, limit: api::Limit, unit: &str| match limit.0 {
        Some(limit) => format!("{used} used, {limit} {unit} allowed"),
        None => format!("{used} used, no limit"),
    };
    vec![
        ("User", record.name.to_string()),
        ("Main domain", record.domain.to_string()),
        ("Contact address", record.email.to_string()),
        ("Package", record.package.to_string()),
        ("Home folder", record.home.clone()),
        ("IP address", record.ip.clone()),
        ("Disk space", of(read::kibibytes(own.usage.disk), record.quota, "MiB")),
        ("Files", of(own.usage.inodes.to_string(), record.max_inodes, "files")),
        ("Mailboxes allowed", record.max_mailboxes.to_string()),
        ("Databases allowed", record.max_databases.to_string()),
        ("Created", read::moment(record.created.0)),
    ]
}

fn domain(record: &DomainRecord) -> Domain {
    let kind = match record.kind {
        DomainKind::Main => "main domain",
        DomainKind::Addon => "addon domain",
        DomainKind::Parked => "alias",
        DomainKind::Sub => "subdomain",
    };
    Domain { name: record.name.to_string(), kind, root: record.document_root.clone() }
}
