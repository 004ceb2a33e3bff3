//! What Dovecot looks up of mailboxes: a line for each as in `/etc/passwd`, with the password's hash, the
//! user of the machine that mail lies as, and the folder of the mailbox as its home.

use std::path::Path;

use api::{
    Account, EmailAddress, Error, Result, mail::MailDomain, ports::OsLogin, records::MailboxRecord,
};
use sha2::{Digest as _, Sha256};

use super::lookup::local;

/// How much a file may be longer than its lines.
const MOST_PADDING: u32 = 997;

/// Makes the length of a file hang on what it says: Dovecot reads one again if its length differs, or the
/// second of its change, and two changes in a second may be of one length.
fn padded(text: String) -> Vec<u8> {
    let digest = Sha256::digest(&text);
    let number = digest.iter().take(4).fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
    let length = usize::try_from(number % MOST_PADDING).unwrap_or_default();
    format!("{text}#{}\n", "-".repeat(length)).into_bytes()
}

/// The file of a domain.
pub(super) fn render(domain: &MailDomain, homes: &Path) -> Result<Vec<u8>> {
    let mut text = String::new();
    for mailbox in &domain.mailboxes {
        text.push_str(&line(domain, mailbox, homes)?);
    }
    Ok(padded(text))
}

/// The file of an account's own mailbox.
pub(super) fn render_login(account: &Account, login: &OsLogin, homes: &Path) -> Result<Vec<u8>> {
    let record = account.record();
    let mail = homes.join(account.name().as_str()).join("mail");
    let hash = hash(&login.password, login.locked);
    let (uid, gid) = (record.uid, record.gid);
    let mail = field(mail.display().to_string())?;
    Ok(padded(format!("{}:{hash}:{uid}:{gid}::{mail}::\n", account.name())))
}

fn line(domain: &MailDomain, mailbox: &MailboxRecord, homes: &Path) -> Result<String> {
    let hash = hash(&mailbox.password, domain.suspended || mailbox.login_suspended.0);
    let (uid, gid) = (domain.owner.uid, domain.owner.gid);
    let folder = homes.join(mailbox.account.as_str()).join(folder(&mailbox.address)?);
    // Dovecot looks for a name with its quotes escaped.
    let name = mailbox.address.as_str().to_ascii_lowercase().replace('\'', "\\'");
    let name = field(name)?;
    let folder = field(folder.display().to_string())?;
    let mut line = format!("{name}:{hash}:{uid}:{gid}::{folder}::");
    if let Some(quota) = mailbox.quota.0 {
        line.extend([" userdb_quota_rule=*:storage=", &quota.to_string(), "M"]);
    }
    if mailbox.makes_folders.0 {
        line.push_str(" userdb_lda_mailbox_autocreate=yes");
    }
    line.push('\n');
    Ok(line.replacen(":: ", "::", 1))
}

/// The folder of a mailbox, below its account's home. A slash would be another folder's, and what begins
/// with a number sign Dovecot takes for a comment.
pub(super) fn folder(mailbox: &EmailAddress) -> Result<String> {
    let local = local(mailbox)?;
    match mailbox.domain() {
        Some(domain) if !local.contains('/') && !local.starts_with('#') => {
            Ok(format!("mail/{domain}/{local}"))
        }
        _ => Err(Error::param("email", "may have no slash before its @, and begin with no #")),
    }
}

/// A password's hash as crypt(3) writes it; what is none, and what is locked, fits no password.
fn hash(hash: &str, locked: bool) -> String {
    let sign = |c: char| c.is_ascii_alphanumeric() || "./$=,_-+".contains(c);
    if locked || hash.is_empty() || !hash.chars().all(sign) {
        return "{CRYPT}*".to_owned();
    }
    format!("{{CRYPT}}{hash}")
}

/// A field, which ends at a colon.
fn field(text: String) -> Result<String> {
    if text.contains(|c: char| c == ':' || c.is_whitespace() || c.is_control()) {
        return Err(Error::internal(format!("“{text}” is no field of Dovecot's users")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use api::Limit;
    use proptest::prelude::*;

    use super::*;
    use crate::system::host::mail::samples::{domain, mailbox};

    fn rendered(mailboxes: Vec<MailboxRecord>) -> String {
        let file =
            String::from_utf8(render(&domain(mailboxes), Path::new("/home")).unwrap()).unwrap();
        let lines = file.split_inclusive('\n').filter(|line| !line.starts_with('#'));
        lines.collect()
    }

    #[test]
    fn a_mailbox_is_a_line() {
        let mut small = mailbox("small");
        small.quota = Limit::of(5);
        small.makes_folders = true.into();
        let mut shut = mailbox("shut");
        shut.login_suspended = true.into();
        let whole = "info@a.test:{CRYPT}$6$x$y:5001:5001::/home/amy/mail/a.test/info::\n\
            small@a.test:{CRYPT}$6$x$y:5001:5001::/home/amy/mail/a.test/small::\
            userdb_quota_rule=*:storage=5M userdb_lda_mailbox_autocreate=yes\n\
            shut@a.test:{CRYPT}*:5001:5001::/home/amy/mail/a.test/shut::\n";
        assert_eq!(rendered(vec![mailbox("info"), small, shut]), whole);
    }

    #[test]
    fn a_suspended_account_lets_nobody_in() {
        let mut domain = domain(vec![mailbox("info")]);
        domain.suspended = true;
        let text = render(&domain, Path::new("/home")).unwrap();
        assert!(String::from_utf8(text).unwrap().starts_with("info@a.test:{CRYPT}*:"));
    }

    #[test]
    fn another_hash_makes_the_file_longer_or_shorter() {
        let lengths: BTreeSet<usize> =
            (0..20).map(|n| padded(format!("a:{n:05}\n")).len()).collect();
        assert!(lengths.len() > 15, "{lengths:?}");
    }

    #[test]
    fn what_is_no_hash_fits_no_password() {
        for bad in ["", "!", "!$6$x$y", "x:0:0", "{PLAIN}x", "a b", "a\nroot::0:0", "%u"] {
            assert_eq!(hash(bad, false), "{CRYPT}*", "{bad:?}");
        }
    }

    #[test]
    fn a_folder_is_one_of_its_domain() {
        assert!(folder(&"a/b@a.test".parse().unwrap()).is_err());
        assert!(folder(&"#a@a.test".parse().unwrap()).is_err());
        assert!(folder(&"ü@a.test".parse().unwrap()).is_err());
    }

    proptest! {
        #[test]
        fn each_line_has_its_eight_fields(local in "[a-z0-9!$%&'*+=?^_`{|}~-][a-z0-9!#$%&'*+=?^_`{|}~-]{0,19}", hash in ".{0,30}") {
            let mut one = mailbox(&local);
            one.password = hash;
            let text = rendered(vec![one]);
            let fields: Vec<&str> = text.trim_end_matches('\n').split(':').collect();
            prop_assert_eq!(fields.len(), 8);
            prop_assert_eq!(fields[0].replace('\\', ""), format!("{local}@a.test"));
            prop_assert_eq!((fields[2], fields[3]), ("5001", "5001"));
            prop_assert_eq!(text.lines().count(), 1);
        }
    }
}
