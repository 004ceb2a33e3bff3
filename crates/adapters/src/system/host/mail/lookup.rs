//! The files in which Exim looks things up (`lsearch`): a line for each key with its value.
//!
//! Exim expands none of it and takes it for no program, file or list of its own, but a value that is a
//! list of addresses is read as such: so addresses have a writer of their own.

use api::{DomainName, EmailAddress, Error, Kind, Result, UserName, mail::Destination};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The domain of accounts' own mailboxes.
const OWN: &str = "localhost";

/// A file that is being written.
#[derive(Default)]
pub(super) struct Lookup(String);

impl Lookup {
    /// A word, a number or a name.
    pub(super) fn put(&mut self, key: &'static str, value: impl AsRef<str>) {
        self.line(key, value.as_ref());
    }

    /// The same of an address of the domain.
    pub(super) fn put_of(
        &mut self,
        key: &'static str,
        address: &EmailAddress,
        value: impl AsRef<str>,
    ) -> Result<()> {
        let local = local(address)?;
        self.line(&format!("\"{key} {local}\""), value.as_ref());
        Ok(())
    }

    /// Nothing in a value ends its line or makes it another's.
    fn line(&mut self, key: &str, value: &str) {
        let value = value.replace(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c), " ");
        let value = value.trim();
        self.0.push_str(key);
        self.0.push_str(": ");
        self.0.push_str(if value.is_empty() { "-" } else { value });
        self.0.push('\n');
    }

    /// What is written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// The local part of an address, where Exim takes such: of signs that need no quotes, all of ASCII.
pub(super) fn local(address: &EmailAddress) -> Result<&str> {
    let local = address.local();
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    if !local.is_empty() && local.chars().all(atom) {
        return Ok(local);
    }
    let rule = format!("The mail server takes no address like “{address}”.");
    Err(Error::new(Kind::Conflict, rule))
}

/// An address in a list of them. In quotes, nothing at its beginning makes it a file, a program or a list.
pub(super) fn address(address: &EmailAddress) -> Result<String> {
    let (local, domain) = (local(address)?, domain(address)?);
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-+".contains(c);
    if local.starts_with(|c: char| c.is_ascii_alphanumeric()) && local.chars().all(plain) {
        return Ok(format!("{local}@{domain}"));
    }
    Ok(format!("\"{local}\"@{domain}"))
}

fn domain(address: &EmailAddress) -> Result<DomainName> {
    address.domain().ok_or_else(|| Error::new(Kind::Conflict, "An address has no domain."))
}

/// The address of an account's own mailbox.
pub(super) fn own(account: &UserName) -> String {
    format!("{account}@{OWN}")
}

/// Where a destination leads, where that is an address.
pub(super) fn leads_to(destination: &Destination) -> Result<Option<String>> {
    match destination {
        Destination::Address(to) => address(to).map(Some),
        Destination::Account(account) => Ok(Some(own(account))),
        Destination::Fail(_) | Destination::Discard | Destination::Program(_) => Ok(None),
    }
}

/// A text of any kind on one line.
pub(super) fn encoded(text: &str) -> String {
    STANDARD.encode(text)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads such a file as Exim does.
    pub(in super::super) fn read(text: &[u8]) -> Vec<(String, String)> {
        let text = String::from_utf8(text.to_vec()).unwrap();
        let pair = |line: &str| {
            assert!(!line.starts_with([' ', '\t', '#']), "{line:?} would be part of another");
            let (key, value) = match line.strip_prefix('"') {
                Some(rest) => rest.split_once('"').unwrap(),
                None => line.split_once(':').unwrap(),
            };
            assert!(!key.contains('\\'));
            (key.to_owned(), value.trim_start_matches(':').trim().to_owned())
        };
        text.lines().map(pair).collect()
    }

    #[test]
    fn nothing_at_the_beginning_of_an_address_means_something_else() {
        for (given, written) in [
            ("info@a.test", "info@a.test"),
            ("|cat@a.test", "\"|cat\"@a.test"),
            ("/etc/passwd@a.test", "\"/etc/passwd\"@a.test"),
            ("${run{x}}@a.test", "\"${run{x}}\"@a.test"),
            ("#x@a.test", "\"#x\"@a.test"),
        ] {
            assert_eq!(address(&given.parse().unwrap()).unwrap(), written);
        }
        assert!(address(&"ü@a.test".parse().unwrap()).is_err());
        assert!(address(&EmailAddress::default()).is_err());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            local in "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}", value in "\\PC{0,40}", lines in ".{0,40}",
        ) {
            let address: EmailAddress = format!("{local}@a.test").parse().unwrap();
            let mut file = Lookup::default();
            file.put_of("forward", &address, &value).unwrap();
            file.put("state", lines);
            let read = read(&file.finish());
            prop_assert_eq!(read.len(), 2);
            prop_assert_eq!(&read[0].0, &format!("forward {local}"));
            let value = value.replace(['\u{2028}', '\u{2029}'], " ");
            let value = value.trim();
            prop_assert_eq!(read[0].1.as_str(), if value.is_empty() { "-" } else { value });
        }
    }
}
