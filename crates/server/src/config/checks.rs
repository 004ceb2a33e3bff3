//! The rules for what an operator may set, beyond what a type says. Each refusal names the setting.

use api::DomainName;
use functions::domain::accounts::names;

/// A host's name, in lower case: a domain name, or one label where the host has no domain.
pub(super) fn hostname(text: &str) -> Result<String, String> {
    let name = text.to_ascii_lowercase();
    let ordinary = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(ordinary)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if name.len() <= 253 && name.split('.').all(label) {
        return Ok(name);
    }
    Err("hostname: it must be labels of letters, digits and inner hyphens, parted by dots"
        .to_owned())
}

/// The nameservers of new zones, of which a zone needs one and accounts show four.
pub(super) fn nameservers(texts: &[String]) -> Result<Vec<String>, String> {
    if !(1..=4).contains(&texts.len()) {
        return Err("nameservers: name one to four".to_owned());
    }
    let names = texts.iter().map(|text| text.parse().map(|name: DomainName| name.to_string()));
    names.collect::<Result<_, _>>().map_err(|problem| format!("nameservers: {problem}"))
}

/// The theme of new accounts.
pub(super) fn theme(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return Err("theme: it may not be empty".to_owned());
    }
    names::check_word("theme", text).map_err(|problem| problem.to_string())?;
    Ok(text.to_owned())
}

/// The folder of homes: an absolute path without a slash at its end.
pub(super) fn home_base(text: &str) -> Result<String, String> {
    let wrong = |_| "home_base: it must be an absolute path such as /home".to_owned();
    names::check_program("home_base", text).map_err(wrong)?;
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostname_has_the_form_of_one() {
        assert_eq!(hostname("Host.Example.test"), Ok("host.example.test".to_owned()));
        assert_eq!(hostname("vm"), Ok("vm".to_owned()));
        for bad in ["", "bad_host!", "a..b", ".", "a.", "-a.test", "a-.test", "a b", "ä.test"] {
            assert!(hostname(bad).unwrap_err().starts_with("hostname: "), "{bad}");
        }
    }

    #[test]
    fn a_zone_needs_a_nameserver() {
        let named = |texts: &[&str]| {
            nameservers(&texts.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(named(&["ns1.a.test"]), Ok(vec!["ns1.a.test".to_owned()]));
        for bad in [&[][..], &["a b"], &["a.test"; 5]] {
            assert!(named(bad).unwrap_err().starts_with("nameservers: "), "{bad:?}");
        }
    }

    #[test]
    fn themes_are_words_and_homes_lie_below_an_absolute_path() {
        assert!(theme("jupiter").is_ok() && home_base("/srv/home").is_ok());
        for bad in ["", "../x", "a/b"] {
            assert!(theme(bad).unwrap_err().starts_with("theme: "), "{bad}");
        }
        for bad in ["", "home", "/", "/home/", "/home/../etc"] {
            assert!(home_base(bad).unwrap_err().starts_with("home_base: "), "{bad}");
        }
    }
}
