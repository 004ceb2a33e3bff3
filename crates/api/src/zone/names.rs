//! Names within zones. As in zone files, a final dot makes a name absolute; without one it is
//! relative to the zone.

use crate::{DomainName, Error, Result, values::text};

/// The longest name, without its final dot.
const NAME_MAX: usize = 253;
/// The longest label.
const LABEL_MAX: usize = 63;

/// The owner of a record relative to its zone and in lower case, as records keep it: empty for the
/// zone's own name, which may be given as `@` too. The first label may be `*`.
pub fn relative_owner(name: &str, zone: &DomainName) -> Result<String> {
    let given = name.to_ascii_lowercase();
    let relative = match given.strip_suffix('.') {
        Some(absolute) => {
            within(absolute, zone).map_err(|problem| Error::param("name", problem))?
        }
        None if given == "@" => "",
        None => &given,
    };
    if relative.is_empty() {
        return Ok(String::new());
    }
    let plain = relative.strip_prefix("*.").unwrap_or(if relative == "*" { "" } else { relative });
    let labels = if plain.is_empty() { Ok(()) } else { check_labels(plain) };
    let length = check_length(&format!("{relative}.{zone}"));
    labels.and(length).map_err(|problem| Error::param("name", problem))?;
    Ok(relative.to_owned())
}

fn within<'a>(absolute: &'a str, zone: &DomainName) -> Result<&'a str, String> {
    match absolute.strip_suffix(zone.as_str()) {
        Some("") => Ok(""),
        Some(rest) if rest.len() > 1 && rest.ends_with('.') => {
            Ok(rest.strip_suffix('.').unwrap_or(rest))
        }
        _ => Err(format!("“{}.” is not within the zone {zone}", text::shown(absolute))),
    }
}

/// The absolute name, with its final dot, of an owner as records keep it.
pub fn absolute_owner(relative: &str, zone: &DomainName) -> String {
    if relative.is_empty() { format!("{zone}.") } else { format!("{relative}.{zone}.") }
}

/// The absolute name, with its final dot, of a name in a record's value: `www` in a zone becomes
/// `www.ZONE.`, `@` becomes `ZONE.`, and the root `.` stays.
pub fn absolute(name: &str, zone: &DomainName) -> Result<String, String> {
    let absolute = match name.strip_suffix('.') {
        _ if name == "." => return Ok(".".to_owned()),
        _ if name == "@" => return Ok(format!("{zone}.")),
        Some(absolute) => absolute.to_owned(),
        None => format!("{name}.{zone}"),
    };
    check_labels(&absolute)?;
    check_length(&absolute)?;
    Ok(absolute + ".")
}

/// A mail address as an absolute name: dots before the `@` become `\.` (RFC 1035, section 8). It
/// may be given as a name already.
pub fn mailbox(given: &str, zone: &DomainName) -> Result<String, String> {
    let name = match given.rsplit_once('@') {
        Some((local, host)) if !local.is_empty() && !host.is_empty() => {
            format!("{}.{}.", local.replace('.', "\\."), host.strip_suffix('.').unwrap_or(host))
        }
        Some(_) => return absolute(given, zone),
        None => given.to_owned(),
    };
    let plain = name.replace("\\.", "-").replace('+', "-");
    let checked = absolute(&plain, zone)?;
    Ok(if checked == plain { name } else { format!("{name}.{zone}.") })
}

fn check_labels(name: &str) -> Result<(), String> {
    let ordinary = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let label = |label: &str| (1..=LABEL_MAX).contains(&label.len()) && label.bytes().all(ordinary);
    if name.split('.').all(label) {
        Ok(())
    } else {
        Err(format!(
            "“{}” is not a name: each label must be 1 to {LABEL_MAX} letters, digits, hyphens and underscores",
            text::shown(name)
        ))
    }
}

fn check_length(name: &str) -> Result<(), String> {
    if name.len() <= NAME_MAX {
        Ok(())
    } else {
        Err(format!("with its zone it may have at most {NAME_MAX} characters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> DomainName {
        "example.test".parse().unwrap()
    }

    #[test]
    fn owners_are_kept_relative() {
        let cases = [
            ("", ""),
            ("@", ""),
            ("example.test.", ""),
            ("WWW", "www"),
            ("www.Example.test.", "www"),
            ("example.test", "example.test"),
            ("*", "*"),
            ("*.a.example.test.", "*.a"),
            ("_dmarc", "_dmarc"),
        ];
        for (given, kept) in cases {
            assert_eq!(relative_owner(given, &zone()).unwrap(), kept, "{given}");
        }
    }

    #[test]
    fn owners_that_no_zone_may_have_are_refused() {
        let long_label = "a".repeat(64);
        let long_name = ["a"; 127].join(".");
        let bad = [
            "a b",
            "a..b",
            ".a",
            ".",
            ".example.test.",
            "a.*",
            "**",
            "www.other.test.",
            "xexample.test.",
            "a\nb",
            "ü",
        ];
        for bad in bad.into_iter().chain([long_label.as_str(), &long_name]) {
            let error = relative_owner(bad, &zone()).unwrap_err().to_string();
            assert!(error.starts_with("name:"), "{bad}");
        }
    }

    #[test]
    fn values_become_absolute() {
        for (given, name) in [
            ("www", "www.example.test."),
            ("host.test.", "host.test."),
            ("@", "example.test."),
            (".", "."),
        ] {
            assert_eq!(absolute(given, &zone()).unwrap(), name);
        }
        for bad in ["", "..", "a..", "a b.", "*.test.", "a\"."] {
            assert!(absolute(bad, &zone()).is_err(), "{bad}");
        }
    }

    #[test]
    fn mail_addresses_become_names() {
        for (given, name) in [
            ("first.last@mail.test", "first\\.last.mail.test."),
            ("a+b@mail.test.", "a+b.mail.test."),
            ("first\\.last.mail.test.", "first\\.last.mail.test."),
            ("hostmaster", "hostmaster.example.test."),
            (".", "."),
        ] {
            assert_eq!(mailbox(given, &zone()).unwrap(), name);
        }
        for bad in ["", "a@", "@b", "a b@c.test", "a\\b.test.", "a@b@c.test", "a;.test."] {
            assert!(mailbox(bad, &zone()).is_err(), "{bad}");
        }
    }
}
