//! The folders that FTP logins see.

use api::{
    Account, Error, FilePath, Result, UserName,
    records::{FtpLogin, Tx},
};

use crate::domain::accounts::domains;

/// Folders that every home has, and that are never one login's alone.
const COMMON: [&str; 7] = ["etc", "logs", "mail", "public_ftp", "public_html", "ssl", "tmp"];

/// A folder as it was given: relative to the home, or absolute within it. Nothing is the home itself.
pub fn read(account: &Account, param: &str, given: &FilePath) -> Result<String> {
    let home = account.record().home.as_str();
    let text = given.as_str();
    let within = text.strip_prefix(home).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let parts = within.unwrap_or(text).split('/').filter(|part| !part.is_empty() && *part != ".");
    let parts: Vec<&str> = parts.collect();
    let path = parts.join("/");
    if path.len() > 1024 || parts.iter().any(|part| part.len() > 255) {
        return Err(Error::param(param, "must be a shorter path."));
    }
    Ok(path)
}

/// The path of a folder as the account sees it.
pub fn absolute(account: &Account, path: &str) -> String {
    let home = &account.record().home;
    if path.is_empty() { home.clone() } else { format!("{home}/{path}") }
}

/// Refuses to destroy a folder that is more than one login's: the home, what every home has, what a
/// site is served from, what another login sees.
pub fn check_own(tx: &dyn Tx, login: &FtpLogin, param: &str) -> Result<()> {
    let others = super::of(tx, &login.account)?.into_iter();
    let others = others.filter(|other| other.login() != login.login()).map(|other| other.home);
    let home = login.home.as_str();
    if is_common(tx, &login.account, home)? || others.into_iter().any(|other| needs(&other, home)) {
        let folder = if home.is_empty() { "the home" } else { home };
        return Err(Error::param(
            param,
            format!("{folder} is not this FTP account's alone; remove it without its folder."),
        ));
    }
    Ok(())
}

/// Whether nothing of the account needs a folder: no site, no login for FTP.
pub fn is_free(tx: &dyn Tx, account: &UserName, folder: &str) -> Result<bool> {
    let logins = super::of(tx, account)?;
    Ok(!is_common(tx, account, folder)? && !logins.iter().any(|login| needs(&login.home, folder)))
}

/// Whether a folder is the home, what every home has, or what a site is served from.
fn is_common(tx: &dyn Tx, account: &UserName, folder: &str) -> Result<bool> {
    let sites = domains::of(tx, account)?;
    Ok(folder.is_empty()
        || COMMON.iter().any(|common| needs(common, folder))
        || sites.iter().any(|row| needs(&row.document_root, folder)))
}

/// Whether what lies in one folder goes with the other.
fn needs(one: &str, folder: &str) -> bool {
    one == folder || holds(folder, one)
}

/// Whether the one folder holds the other.
fn holds(folder: &str, other: &str) -> bool {
    other.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
