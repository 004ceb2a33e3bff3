//! The FTP logins of accounts: the account's own, which is the operating system's user, and those
//! that it makes besides, each with a folder of its own below the home.

pub mod apply;
pub mod folders;
pub mod follow;
pub mod listing;
pub mod logins;
pub mod settings;

use api::{
    Account, DomainName, Error, Result, UserName,
    records::{DomainRecord, FtpLogin, Tx, is},
};

/// The longest name before the `@`.
const LONGEST: usize = 64;

/// A login as it was named: what stands before the `@`, and the domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What stands before the `@`.
    pub name: String,
    /// The domain.
    pub domain: DomainName,
}

impl Named {
    /// Reads a name with or without its domain, which is the account's main one where nothing says
    /// another. `param` is where the name was given.
    pub fn read(
        tx: &dyn Tx,
        account: &Account,
        param: &str,
        text: &str,
        domain: Option<&DomainName>,
    ) -> Result<Self> {
        let (name, written) = match text.split_once('@') {
            Some((name, written)) => {
                let written: DomainName =
                    written.parse().map_err(|problem| Error::param(param, problem))?;
                (name, Some(written))
            }
            None => (text, None),
        };
        if let (Some(written), Some(domain)) = (&written, domain)
            && written != domain
        {
            return Err(Error::param("domain", format!("{param} says {written}.")));
        }
        let domain = written.as_ref().or(domain).unwrap_or(&account.record().domain).clone();
        check_domain(tx, account.name(), &domain)?;
        Ok(Self { name: checked(param, name)?, domain })
    }

    /// The account's login of that name.
    pub fn find(&self, tx: &dyn Tx, account: &UserName, param: &str) -> Result<FtpLogin> {
        let row: Option<FtpLogin> = tx.find(&[self.name.as_str().into(), (&self.domain).into()])?;
        row.filter(|row| row.account == *account).ok_or_else(|| {
            let (name, domain) = (&self.name, &self.domain);
            Error::not_found(format!("{param}: there is no FTP account “{name}@{domain}”."))
        })
    }
}

fn checked(param: &str, name: &str) -> Result<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    if name.is_empty() || name.len() > LONGEST || !name.chars().all(plain) || name.starts_with('.')
    {
        return Err(Error::param(
            param,
            "must have 1 to 64 letters, digits, hyphens, underscores or dots, no dot first.",
        ));
    }
    Ok(name.to_ascii_lowercase())
}

/// Refuses a domain that is not the account's.
pub fn check_domain(tx: &dyn Tx, account: &UserName, domain: &DomainName) -> Result<()> {
    let row: Option<DomainRecord> = tx.find(&[domain.into()])?;
    match row {
        Some(row) if row.account == *account => Ok(()),
        _ => Err(Error::param("domain", format!("“{domain}” is no domain of this account."))),
    }
}

/// The logins that an account made, by domain and name.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Vec<FtpLogin>> {
    let mut rows: Vec<FtpLogin> = tx.matching(vec![is("account", account)])?;
    rows.sort_by(|one, other| (&one.domain, &one.name).cmp(&(&other.domain, &other.name)));
    Ok(rows)
}
