//! What a new account may be called, and which domain it may have.

use api::{
    Cx, DomainName, Error, Kind, Result, UserName,
    records::{AccountRecord, DomainRecord, Login, Subject, Tx, is},
};

use super::domains;
use crate::domain::{change, resellers};

/// Names that the system, its services or its pages have a use for.
const RESERVED: &[&str] = &[
    "adm",
    "admin",
    "administrator",
    "all",
    "apache",
    "backup",
    "bin",
    "cpanel",
    "cpanellogin",
    "cphulkd",
    "cron",
    "daemon",
    "default",
    "dnsadmin",
    "dovecot",
    "dovenull",
    "exim",
    "ftp",
    "ftpd",
    "games",
    "git",
    "gnats",
    "halt",
    "httpd",
    "innkeeper",
    "irc",
    "list",
    "localhost",
    "lp",
    "mail",
    "mailman",
    "mailnull",
    "man",
    "messagebus",
    "munin",
    "mysql",
    "named",
    "news",
    "nobody",
    "nogroup",
    "ntp",
    "operator",
    "pdns",
    "postfix",
    "postgres",
    "postgresql",
    "postmaster",
    "proxy",
    "pureftpd",
    "reseller",
    "root",
    "shadow",
    "shutdown",
    "spamd",
    "ssh",
    "sshd",
    "staff",
    "sudo",
    "sync",
    "sys",
    "system",
    "tomcat",
    "tty",
    "users",
    "utmp",
    "uucp",
    "video",
    "virtfs",
    "webmail",
    "wheel",
    "whm",
    "www",
    "www_data",
];

/// Refuses a name that no new account may have. `param` names the parameter that has it.
pub fn check_user(tx: &dyn Tx, param: &str, name: &UserName) -> Result<()> {
    if name.as_str().starts_with("test") {
        return Err(Error::param(param, "a username may not start with “test”."));
    }
    if RESERVED.contains(&name.as_str()) {
        return Err(Error::param(param, format!("“{name}” is reserved for the system.")));
    }
    let account: Option<AccountRecord> = tx.find(&[name.into()])?;
    let former: Option<AccountRecord> = tx.first(vec![is("formerly", name)])?;
    let login: Option<Login> = tx.find(&[name.into()])?;
    if account.is_some() || former.is_some() || login.is_some() {
        return Err(Error::new(
            Kind::Exists,
            format!("{param}: the server already has a user “{name}”."),
        ));
    }
    if is_leaving(tx, name)? {
        return Err(Error::new(
            Kind::Busy,
            format!("{param}: the former user “{name}” is still being removed; try again later."),
        ));
    }
    Ok(())
}

/// Refuses a domain that no new account, and no account of another name, may have.
pub fn check_domain(cx: &Cx<'_>, tx: &dyn Tx, param: &str, domain: &DomainName) -> Result<()> {
    if *domain == *cx.host.system.hostname()?.to_ascii_lowercase() {
        return Err(Error::param(param, format!("“{domain}” is the name of the server itself.")));
    }
    let taken: Option<DomainRecord> = tx.find(&[domain.into()])?;
    if taken.is_some() {
        return Err(Error::new(
            Kind::Exists,
            format!("{param}: the server already has the domain “{domain}”."),
        ));
    }
    if cx.caller.is_rootlike() { Ok(()) } else { check_relatives(cx, tx, param, domain) }
}

/// Only root may set a name above or below another owner's domain: who has it gets what visitors
/// take for the other's.
pub fn check_relatives(cx: &Cx<'_>, tx: &dyn Tx, param: &str, domain: &DomainName) -> Result<()> {
    let relatives = domains::relatives(tx, domain)?;
    if cx.accounts(tx, &relatives)?.len() < relatives.len() {
        return Err(Error::denied(format!(
            "{param}: “{domain}” is above or below a domain of another owner."
        )));
    }
    Ok(())
}

/// Refuses an owner who is neither root nor a reseller nor the account itself.
pub fn check_owner(tx: &dyn Tx, owner: &UserName, account: &UserName) -> Result<()> {
    if owner.is_root() || owner == account || resellers::is_reseller(tx, owner)? {
        return Ok(());
    }
    Err(Error::param("owner", format!("“{owner}” is neither root nor a reseller.")))
}

/// Whether the host may still hold a user of that name whose removal is under way: a new one would
/// get the old one's home.
fn is_leaving(tx: &dyn Tx, name: &UserName) -> Result<bool> {
    change::is_open(tx, &Subject::User(name.clone()))
}

/// Refuses what is no name of a theme, a style or a language.
pub fn check_word(param: &str, word: &str) -> Result<()> {
    let ordinary = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    if word.len() <= 64 && word.chars().all(ordinary) && !word.starts_with(['.', '-']) {
        return Ok(());
    }
    Err(Error::param(param, "must be 1 to 64 letters, digits, underscores, hyphens and dots."))
}

/// Refuses what cannot be the home of that user: two accounts never have one home, as the last part
/// of each is the account's name.
pub fn check_home(param: &str, home: &str, user: &UserName) -> Result<()> {
    let mut parts = home.split('/');
    let absolute = parts.next() == Some("");
    let sound = parts.all(|part| !part.is_empty() && check_word(param, part).is_ok());
    if absolute && sound && home.len() < 256 && home.ends_with(&format!("/{user}")) {
        return Ok(());
    }
    Err(Error::param(param, format!("must be an absolute path that ends in /{user}.")))
}

/// Refuses what is no absolute path of a program. Whether there is one is the host's to know.
pub fn check_program(param: &str, path: &str) -> Result<()> {
    let mut parts = path.split('/');
    let absolute = parts.next() == Some("");
    let mut parts = parts.peekable();
    if absolute
        && path.len() < 256
        && parts.peek().is_some()
        && parts.all(|part| !part.is_empty() && check_word(param, part).is_ok())
    {
        return Ok(());
    }
    Err(Error::param(param, "must be the absolute path of a program."))
}
