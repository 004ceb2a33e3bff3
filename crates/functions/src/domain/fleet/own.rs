//! Which of many subjects are this process's host's: told from one look through the tables, where a look
//! at each subject would be many more.

use std::{collections::HashMap, ops::ControlFlow};

use api::{
    Host, Result,
    function::Hosts,
    records::{Select, Subject, Tx},
};

use super::Place;

/// The tables that say whose a subject is: what they are called, and their columns, the account last.
const TABLES: [(&str, &[&str]); 7] = [
    ("zones", &["name", "account"]),
    ("domains", &["name", "account"]),
    ("mail_domains", &["domain", "account"]),
    ("mailboxes", &["address", "account"]),
    ("databases", &["engine", "name", "account"]),
    ("database_users", &["engine", "name", "account"]),
    ("session_database_users", &["name", "account"]),
];

/// Leaves of each list those that this process's machine is to have, or that no machine is to have.
pub(crate) fn retain_own(host: &Host, tx: &dyn Tx, lists: Vec<&mut Vec<Subject>>) -> Result<()> {
    let Hosts::This(this) = &host.settings.hosts else { return Ok(()) };
    let first = super::is_first(tx, this)?;
    let places = Places::read(tx)?;
    for subjects in lists {
        subjects.retain(|subject| match places.of(subject) {
            Some(Place::Host(name)) => name == *this,
            Some(Place::First) => first,
            Some(Place::All) | None => true,
        });
    }
    Ok(())
}

/// Where everything is.
struct Places {
    /// The account that each row of each table belongs to, if any.
    rows: HashMap<&'static str, HashMap<String, Option<String>>>,
    /// The host that each account is on, if one is named.
    accounts: HashMap<String, Option<String>>,
}

impl Places {
    fn read(tx: &dyn Tx) -> Result<Self> {
        let read = |(table, columns)| Ok((table, last_by_rest(tx, table, columns)?));
        Ok(Self {
            rows: TABLES.into_iter().map(read).collect::<Result<_>>()?,
            accounts: last_by_rest(tx, "accounts", &["name", "host"])?,
        })
    }

    fn of(&self, subject: &Subject) -> Option<Place> {
        let row = |table, key: &str| self.rows.get(table)?.get(key);
        let owner = match subject {
            Subject::User(name) | Subject::Ftp(name) => return self.of_account(name.as_str()),
            Subject::Address(_) => return Some(Place::First),
            Subject::DnsServer => return Some(Place::All),
            Subject::Zone(name) => row("zones", name.as_str()),
            Subject::Site(name) | Subject::Tls(name) => row("domains", name.as_str()),
            Subject::MailDomain(name) => row("mail_domains", name.as_str()),
            Subject::Mailbox(address) => row("mailboxes", address.as_str()),
            Subject::Database(engine, name) => {
                row("databases", &format!("{} {name}", engine.as_str()))
            }
            Subject::DatabaseUser(engine, name) => {
                row("database_users", &format!("{} {name}", engine.as_str()))
                    .or_else(|| row("session_database_users", name.as_str()))
            }
        }?;
        match owner {
            Some(account) => self.of_account(account),
            None => Some(Place::First),
        }
    }

    fn of_account(&self, name: &str) -> Option<Place> {
        let host = self.accounts.get(name)?.as_ref();
        Some(host.and_then(|host| host.parse().ok()).map_or(Place::First, Place::Host))
    }
}

/// The last column of each row, by the others with spaces between.
fn last_by_rest(
    tx: &dyn Tx,
    table: &'static str,
    columns: &'static [&'static str],
) -> Result<HashMap<String, Option<String>>> {
    let mut found = HashMap::new();
    let last = columns.len().saturating_sub(1);
    tx.select_rows(table, columns, &Select::default(), &mut |row| {
        let key: Vec<&str> = (0..last)
            .map(|place| Ok(row.text(place)?.unwrap_or_default()))
            .collect::<Result<_>>()?;
        found.insert(key.join(" "), row.text(last)?.map(str::to_owned));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}
