//! How mail programs reach a mailbox, and the character sets that texts may have.

use api::{
    Cx, EmailAddress, Error, Flag, Result,
    records::{Setting, Tx},
};

/// The port of IMAP with TLS.
pub const IMAPS: u16 = 993;
/// The port of IMAP.
pub const IMAP: u16 = 143;
/// The port of mail submission with TLS.
pub const SMTPS: u16 = 465;
/// The port of mail submission.
pub const SMTP: u16 = 587;

/// The character sets, by name.
pub const CHARSETS: &[&str] = &[
    "ascii",
    "big5",
    "euc-jp",
    "euc-kr",
    "gb18030",
    "gb2312",
    "gbk",
    "hz-gb-2312",
    "iso-2022-jp",
    "iso-2022-kr",
    "iso-8859-1",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-9",
    "koi8-r",
    "koi8-u",
    "shift_jis",
    "us-ascii",
    "utf-16",
    "utf-8",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
];

/// Whether mailboxes may be logged in to without TLS.
pub fn plaintext(tx: &dyn Tx) -> Result<Flag> {
    let setting: Option<Setting> = tx.find(&["mail.plaintext".into()])?;
    Ok(Flag(setting.is_some_and(|setting| setting.value == "1")))
}

/// Refuses what is no character set.
pub fn check_charset(param: &str, name: &str) -> Result<()> {
    if CHARSETS.contains(&name.to_ascii_lowercase().as_str()) {
        return Ok(());
    }
    Err(Error::param(param, "is no character set that mail may have"))
}

/// The text that tells how a mailbox is reached.
pub fn letter(cx: &Cx<'_>, user: &str, host: &str, to: &EmailAddress) -> Result<String> {
    let server = cx.host.system.hostname()?;
    let lines = [
        format!("From: cPanel on {server} <cpanel@{server}>"),
        format!("To: {to}"),
        format!("Subject: Client configuration settings for {user}"),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=utf-8".to_owned(),
        String::new(),
        format!("These are the settings of {user} for your mail program."),
        String::new(),
        format!("Username: {user}"),
        "Password: the password of the mailbox".to_owned(),
        format!("Incoming server: {host}, IMAP with TLS on port {IMAPS}"),
        format!("Outgoing server: {host}, SMTP with TLS on port {SMTPS}"),
        "Both need the username and the password.".to_owned(),
        String::new(),
    ];
    Ok(lines.join("\n"))
}
