//! The lists of an account's FTP logins.

use std::collections::BTreeSet;

use api::{
    Account, Cx, Error, Limit, Result, Word,
    records::{FtpLogin, Tx},
};

use super::{folders, settings};

/// What kind of login it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Word)]
pub enum Kind {
    /// Anybody's.
    #[word("anonymous")]
    Anonymous,
    /// One for the account's logs.
    #[word("logaccess")]
    Logaccess,
    /// The account's own.
    #[word("main")]
    Main,
    /// One that the account made.
    #[word("sub")]
    Sub,
}

/// One login.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What kind it is.
    pub kind: Kind,
    /// What stands before the `@`, or all of it.
    pub name: String,
    /// The login as it is typed.
    pub login: String,
    /// The folder that it sees, below the home; empty for all of it.
    pub folder: String,
    /// How many MiB it may store.
    pub quota: Limit,
}

/// Which kinds are asked for.
pub struct Kinds(BTreeSet<Kind>);

impl Kinds {
    /// Those to have, all where nothing says which, without those to leave out.
    pub fn read(include: Option<&str>, skip: Option<&str>) -> Result<Self> {
        let all = [Kind::Anonymous, Kind::Logaccess, Kind::Main, Kind::Sub];
        let mut kinds = words("include_acct_types", include)?;
        if kinds.is_empty() {
            kinds.extend(all);
        }
        let skipped = words("skip_acct_types", skip)?;
        Ok(Self(kinds.difference(&skipped).copied().collect()))
    }
}

fn words(param: &str, text: Option<&str>) -> Result<BTreeSet<Kind>> {
    let words = text.unwrap_or_default().split('|').map(str::trim);
    let kinds = words.filter(|word| !word.is_empty()).map(|word| {
        word.parse().map_err(|_| {
            Error::param(param, "must be anonymous, logaccess, main or sub, parted by “|”.")
        })
    });
    kinds.collect()
}

/// The logins of the caller's account, its own first.
pub fn entries(tx: &dyn Tx, account: &Account, kinds: &Kinds) -> Result<Vec<Entry>> {
    let mut entries = vec![main(account)];
    entries.extend(super::of(tx, account.name())?.into_iter().map(made));
    if settings::of(tx, account.name())?.anonymous.0 {
        entries.extend(["anonymous", "ftp"].map(anonymous));
    }
    entries.retain(|entry| kinds.0.contains(&entry.kind));
    Ok(entries)
}

fn main(account: &Account) -> Entry {
    let name = account.name().to_string();
    let quota = account.record().quota;
    Entry { kind: Kind::Main, login: name.clone(), name, folder: String::new(), quota }
}

fn made(row: FtpLogin) -> Entry {
    let login = row.login();
    Entry { kind: Kind::Sub, name: row.name, login, folder: row.home, quota: row.quota }
}

fn anonymous(name: &str) -> Entry {
    Entry {
        kind: Kind::Anonymous,
        name: name.to_owned(),
        login: name.to_owned(),
        folder: "public_ftp".to_owned(),
        quota: Limit::UNLIMITED,
    }
}

/// What a login's folder holds, against what it may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disk {
    /// The path of the folder as the account sees it.
    pub path: String,
    /// MiB that are used, with two decimals.
    pub used: String,
    /// MiB that may be, with two decimals; `0.00` for no limit.
    pub quota: String,
    /// The same; `unlimited` for no limit.
    pub limit: String,
    /// What is used in percent of what may be.
    pub percent: i64,
    /// That, rounded to steps of 20.
    pub percent20: i64,
    /// What is used, for people.
    pub human_used: String,
    /// What may be, for people; `None` for no limit.
    pub human_quota: String,
}

impl Disk {
    /// Measures the folder.
    pub fn of(cx: &Cx<'_>, account: &Account, entry: &Entry) -> Result<Self> {
        let kib = cx.host.ftp.folder_usage(account, &entry.folder)?.disk;
        let most = entry.quota.0.map(u64::from);
        let percent = most.map_or(0, |most| (kib * 100).checked_div(most * 1024).unwrap_or(100));
        let whole = |mib: u64| format!("{mib}.00");
        let percent = i64::try_from(percent).unwrap_or(i64::MAX);
        Ok(Self {
            path: folders::absolute(account, &entry.folder),
            used: mebibytes(kib),
            quota: whole(most.unwrap_or_default()),
            limit: most.map_or_else(|| "unlimited".to_owned(), whole),
            percent,
            percent20: percent.saturating_add(10) / 20 * 20,
            human_used: if kib < 1024 {
                format!("{kib} KB")
            } else {
                format!("{} MB", mebibytes(kib))
            },
            human_quota: most.map_or_else(|| "None".to_owned(), |most| format!("{most} MB")),
        })
    }
}

/// KiB as MiB with two decimals.
fn mebibytes(kib: u64) -> String {
    let hundredths = (kib * 100 + 512) / 1024;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_two_decimals() {
        for (kib, text) in [(0, "0.00"), (10, "0.01"), (512, "0.50"), (1536, "1.50")] {
            assert_eq!(mebibytes(kib), text);
        }
    }

    #[test]
    fn kinds_are_had_and_left_out() {
        let kinds = |include, skip| Kinds::read(include, skip).unwrap().0.len();
        assert_eq!(kinds(None, None), 4);
        assert_eq!(kinds(Some("main|sub"), Some("main")), 1);
        assert_eq!(kinds(Some(""), Some("anonymous|logaccess")), 2);
        assert!(Kinds::read(Some("other"), None).is_err());
    }
}
